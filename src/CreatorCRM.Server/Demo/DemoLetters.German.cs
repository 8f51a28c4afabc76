namespace CreatorCRM.Server.Demo;

internal partial record DemoLetters
{
    public static DemoLetters German { get; } = new(
        [
            new("{product}: magst du probieren?", """
                Hallo {first},

                bei deinen letzten Beiträgen mussten wir an {brand} denken.
                Dürfen wir dir etwas zum Probieren schicken ({product})? Ganz ohne Verpflichtung, reden können wir danach.

                Viele Grüße
                {sender}
                """),
            new("Eine Idee für dich und {brand}", """
                Liebe Grüße von {brand}, {first}!

                Wir planen gerade eine Kampagne ({product}) und hätten dich gern dabei. Bezahlt, und deine Meinung bleibt deine.
                Hast du Lust?

                {sender}
                """),
            new("{brand} und du", """
                Hallo {first},

                gleich drei Kolleginnen haben mir diese Woche dein Video geschickt.
                Ich habe den Wink verstanden: Machen wir etwas zusammen? Es geht um: {product}.

                Herzlich
                {sender}
                """),
        ],
        [
            new("AW: {product}", """
                Hallo {first}, ich wollte nur sichergehen, dass meine Nachricht nicht untergegangen ist.
                Ein kurzes Nein ist auch in Ordnung. {sender}
                """),
            new("Ein letztes Mal: {product}", """
                Hallo {first}, ich melde mich jetzt nicht mehr, damit dein Postfach leer bleibt. Unser Angebot steht. {sender}
                """),
        ],
        [
            new("AW: {product}", """
                Hallo {sender}, das klingt gut, ich kaufe ohnehin bei euch. Was stellt ihr euch vor, und bis wann? {first}
                """),
            new("AW: {brand}", """
                Hallo {sender}, danke für die Anfrage! Ab nächstem Monat habe ich Zeit.
                Schickst du mir das Briefing und euer Budget? {first}
                """),
        ],
        [
            new("AW: {brand}", """
                Hallo {sender}, danke, aber ich bin bis Jahresende exklusiv bei einer anderen Marke. {first}
                """),
            new("AW: {product}", """
                Hallo {sender}, das passt leider nicht mehr zu meinen Themen. Viel Erfolg euch! {first}
                """),
        ],
        [
            new("Briefing und Termine", """
                Briefing durchgesprochen: ein Beitrag zum Produkt, einer zur Herstellung. Termine passen.
                """),
            new("Preis und Rechte", """
                Nach Rechten für unsere Anzeigen gefragt. Drei Monate wären möglich.
                """),
        ]);
}
