namespace CreatorCRM.Server.Demo;

/// <summary>What is written and said, in English and in German. Braces stand for names.</summary>
internal sealed record DemoLetter(string Subject, string Body)
{
    public DemoLetter Fill(DemoCampaign campaign, string firstName, string sender)
    {
        return new DemoLetter(Filled(Subject), Filled(Body));

        string Filled(string text) => text
            .Replace("{first}", firstName, StringComparison.Ordinal).Replace("{brand}", campaign.Brand, StringComparison.Ordinal)
            .Replace("{product}", campaign.Product, StringComparison.Ordinal).Replace("{sender}", sender, StringComparison.Ordinal);
    }
}

internal sealed record DemoLetters(DemoLetter[] First, DemoLetter[] Reminders, DemoLetter[] Interested, DemoLetter[] NotInterested, DemoLetter[] Talks)
{
    public static DemoLetters English { get; } = new(
        [
            new("{product}: would you try it?", "Hi {first},\n\nyour last posts made us smile, and we think your community would like the {product} from {brand}. May we send you one, no strings attached, and talk afterwards?\n\nBest,\n{sender}"),
            new("An idea for you and {brand}", "Hello {first},\n\nI look after partnerships at {brand}. We are planning something around the {product} and would love to have you with us. It is paid, and what you say about it stays yours. Are you interested?\n\n{sender}"),
            new("{brand} x you", "Hi {first},\n\nthree colleagues sent me the same video of yours this week. I took the hint. Would you work with us on the {product}?\n\nKind regards,\n{sender}"),
        ],
        [
            new("Re: {product}", "Hi {first}, just making sure that my message did not get lost. A short no is fine, too. {sender}"),
            new("Last note about the {product}", "Hi {first}, I will stop here so as not to fill your inbox. The offer stands if you change your mind. {sender}"),
        ],
        [
            new("Re: {product}", "Hi {sender}, that sounds like something I would use anyway. What do you have in mind, and when? {first}"),
            new("Re: {brand}", "Hello {sender}, thanks for asking. I am free from next month on. Could you send the brief and your budget? {first}"),
        ],
        [
            new("Re: {brand}", "Hi {sender}, thank you, but I work with another brand in this field until the end of the year. {first}"),
            new("Re: {product}", "Hello {sender}, it is not quite my topic any more. All the best with it! {first}"),
        ],
        [new("The brief and dates", "Talked through the brief: one piece on the product, one on how it is made. Dates fit."), new("Rates and rights", "Asked about the rights for our own ads. Open to it for three months.")]);

    public static DemoLetters German { get; } = new(
        [
            new("{product}: magst du probieren?", "Hallo {first},\n\nbei deinen letzten Beiträgen mussten wir an {brand} denken. Dürfen wir dir etwas zum Probieren schicken ({product})? Ganz ohne Verpflichtung, reden können wir danach.\n\nViele Grüße\n{sender}"),
            new("Eine Idee für dich und {brand}", "Liebe Grüße von {brand}, {first}!\n\nWir planen gerade eine Kampagne ({product}) und hätten dich gern dabei. Bezahlt, und deine Meinung bleibt deine. Hast du Lust?\n\n{sender}"),
            new("{brand} und du", "Hallo {first},\n\ngleich drei Kolleginnen haben mir diese Woche dein Video geschickt. Ich habe den Wink verstanden: Machen wir etwas zusammen? Es geht um: {product}.\n\nHerzlich\n{sender}"),
        ],
        [
            new("AW: {product}", "Hallo {first}, ich wollte nur sichergehen, dass meine Nachricht nicht untergegangen ist. Ein kurzes Nein ist auch in Ordnung. {sender}"),
            new("Ein letztes Mal: {product}", "Hallo {first}, ich melde mich jetzt nicht mehr, damit dein Postfach leer bleibt. Unser Angebot steht. {sender}"),
        ],
        [
            new("AW: {product}", "Hallo {sender}, das klingt gut, ich kaufe ohnehin bei euch. Was stellt ihr euch vor, und bis wann? {first}"),
            new("AW: {brand}", "Hallo {sender}, danke für die Anfrage! Ab nächstem Monat habe ich Zeit. Schickst du mir das Briefing und euer Budget? {first}"),
        ],
        [
            new("AW: {brand}", "Hallo {sender}, danke, aber ich bin bis Jahresende exklusiv bei einer anderen Marke. {first}"),
            new("AW: {product}", "Hallo {sender}, das passt leider nicht mehr zu meinen Themen. Viel Erfolg euch! {first}"),
        ],
        [new("Briefing und Termine", "Briefing durchgesprochen: ein Beitrag zum Produkt, einer zur Herstellung. Termine passen."), new("Preis und Rechte", "Nach Rechten für unsere Anzeigen gefragt. Drei Monate wären möglich.")]);

    public static DemoLetters For(DemoCountry country) => country.SpeaksGerman ? German : English;
}
