namespace CreatorCRM.Server.Demo;

internal partial record DemoLetters
{
    public static DemoLetters English { get; } = new(
        [
            new("{product}: would you try it?", """
                Hi {first},

                your last posts made us smile, and we think your community would like the {product} from {brand}.
                May we send you one, no strings attached, and talk afterwards?

                Best,
                {sender}
                """),
            new("An idea for you and {brand}", """
                Hello {first},

                I look after partnerships at {brand}.
                We are planning something around the {product} and would love to have you with us.
                It is paid, and what you say about it stays yours. Are you interested?

                {sender}
                """),
            new("{brand} x you", """
                Hi {first},

                three colleagues sent me the same video of yours this week. I took the hint. Would you work with us on the {product}?

                Kind regards,
                {sender}
                """),
        ],
        [
            new("Re: {product}", """
                Hi {first}, just making sure that my message did not get lost. A short no is fine, too. {sender}
                """),
            new("Last note about the {product}", """
                Hi {first}, I will stop here so as not to fill your inbox. The offer stands if you change your mind. {sender}
                """),
        ],
        [
            new("Re: {product}", """
                Hi {sender}, that sounds like something I would use anyway. What do you have in mind, and when? {first}
                """),
            new("Re: {brand}", """
                Hello {sender}, thanks for asking. I am free from next month on. Could you send the brief and your budget? {first}
                """),
        ],
        [
            new("Re: {brand}", """
                Hi {sender}, thank you, but I work with another brand in this field until the end of the year. {first}
                """),
            new("Re: {product}", """
                Hello {sender}, it is not quite my topic any more. All the best with it! {first}
                """),
        ],
        [
            new("The brief and dates", """
                Talked through the brief: one piece on the product, one on how it is made. Dates fit.
                """),
            new("Rates and rights", """
                Asked about the rights for our own ads. Open to it for three months.
                """),
        ]);
}
