using System.Net.Mail;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A bare address, no display name. That it exists is not promised.</summary>
public sealed class EmailAddressScalar : TextScalar<string>
{
    // RFC 5321, 4.5.3.1.3, less the angle brackets.
    private const int MaxLength = 254;

    public EmailAddressScalar()
    {
        Name = "EmailAddress";
        Description = "An e-mail address such as `mia@example.com`.";
    }

    protected override string Parse(string text) =>
        text.Length <= MaxLength && MailAddress.TryCreate(text, out var address) && address.Address == text
            && address.Host.Contains('.', StringComparison.Ordinal)
            ? text
            : throw new FormatException($"'{text}' is not an e-mail address such as mia@example.com.");

    protected override string Print(string value) => value;
}
