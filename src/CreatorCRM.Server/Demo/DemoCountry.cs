namespace CreatorCRM.Server.Demo;

/// <summary>Where invented people come from, and the names that they are put together from.</summary>
internal sealed record DemoCountry(string Code, string Language, string[] FirstNames, string[] LastNames)
{
    public static DemoCountry Germany { get; } = new("DE", "de",
        Names("Greta Paula Mathilda Frieda Nele Jule Svenja Henrike Malte Lasse Ole Bastian Torben Hannes Kilian Rieke"),
        Names("Brandstädt Kornmeier Lüttjohann Wiesengrund Achternbeck Fahrenholt Sonnleitner Birkenfeld "
            + "Ostermoor Hollerbach Quandtner Tannhoff Rehwinkel Grünspan Steinfurth Möwenthal"));

    public static DemoCountry Austria { get; } = new("AT", "de", Names("Vroni Magdalena Katharina Resi Lukas Xaver Valentin Leni"),
        Names("Almgruber Höllriegel Sandhofer Waldhäusl Edtbrunner Kirchschlag Moosleitner Zirbenegg"));

    public static DemoCountry Switzerland { get; } = new("CH", "de", Names("Seraina Ladina Anouk Flurina Reto Nils Jann Corsin"),
        Names("Aebischwand Bündnerli Rothenfluh Zumstegen Lauberhof Gantenbühl Tschanzer Ursprunger"));

    public static DemoCountry Britain { get; } = new("GB", "en", Names("Imogen Poppy Freya Niamh Callum Rory Theo Bronwen Isla Dafydd Harriet Ewan"),
        Names("Ashcombe Thistlewood Penhallow Marlbrook Fairweathers Quillfeather Oakhurst Larkinson Millbrooke Wrenfield Copperdale Stonehouse"));

    public static DemoCountry UnitedStates { get; } = new("US", "en", Names("Maya Harper Tessa Jordan Camila Wyatt Delaney Elias Naomi Brooks Savannah Theo"),
        Names("Whitlock-Reyes Summerlake Calderstone Birchfield Okonjo-Hale Ridgemont Delacorte Farrowby Kingsolver-Pratt Lindqvale Mapleton Hollisworth"));

    public static DemoCountry France { get; } = new("FR", "fr", Names("Élodie Margaux Capucine Océane Bastien Théo Maëlle Clémence"),
        Names("Beauchêne Lavandier Montclairval Rivedoux Chantelune Aubertine Clairmarais Sauvignac"));

    public static DemoCountry Italy { get; } = new("IT", "it", Names("Ginevra Ludovica Chiara Beatrice Matteo Tommaso Elettra Nicolò"),
        Names("Montefiorini Castelvero Ombrasani Rivabianca Pietranera Solmare Granodoro Lunardelli"));

    public static DemoCountry Spain { get; } = new("ES", "es", Names("Lucía Inés Alba Carmen Iker Hugo Noa Martina"),
        Names("Valdemorillo Campoverde Riosalado Almendrales Montesol Peñaflorida Aguasclaras Olivareda"));

    public static DemoCountry Netherlands { get; } = new("NL", "nl", Names("Fleur Sanne Lotte Maartje Daan Bram Sietske Jelle"),
        Names("Duinwijk Meerhoven Zonneveld-Baas Molenschot Veenkamp Grachtema Tulpenhof Winterdijk"));

    public static DemoCountry Sweden { get; } = new("SE", "sv", Names("Ebba Saga Linnéa Astrid Viggo Elis Tuva Alma"),
        Names("Björklunda Sjöhage Granström-Eng Norrviken Lingonfors Havsdotter Tallmark Snöbäck"));

    /// <summary>The order in which people are found: most of them where the brands sell most.</summary>
    public static IReadOnlyList<DemoCountry> Round { get; } =
        [Germany, Britain, Germany, Austria, Germany, UnitedStates, Switzerland, Britain, France, Italy, Spain, Germany, Netherlands, UnitedStates, Sweden];

    public bool SpeaksGerman => Language == "de";

    private static string[] Names(string names) => names.Split(' ');
}
