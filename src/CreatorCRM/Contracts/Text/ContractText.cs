using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CreatorCRM.Contracts;

/// <summary>How a contract is written down.</summary>
public enum ContractTextFormat
{
    /// <summary>An article of HTML, to be shown within a page.</summary>
    Html,
    /// <summary>Markdown as CommonMark has it.</summary>
    Markdown,
}

/// <summary>The language of a contract's text.</summary>
public enum ContractLanguage
{
    /// <summary>English.</summary>
    En,
    /// <summary>German.</summary>
    De,
}

/// <summary>The readable text of a contract version.</summary>
public sealed record ContractText(ContractTextFormat Format, ContractLanguage Language, string Text)
{
    /// <summary>Of its UTF-8 bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>Whom and what a contract is about, as they are called when it is written.</summary>
/// <param name="Brand">That of the campaign; null when it names none.</param>
public sealed record ContractParties(string Influencer, string Campaign, string? Brand, string? Product);

/// <summary>The text of one version as it was sent, once and for all.</summary>
[RowTable("contract_texts", nameof(ContractId), nameof(Language), nameof(Format))]
public sealed record ContractTextRow : IRow
{
    public required string Workspace { get; init; }
    public required string ContractId { get; init; }
    public ContractLanguage Language { get; init; }
    public ContractTextFormat Format { get; init; }
    public required string Text { get; init; }
    public required string Sha256 { get; init; }

    string IRow.RowKey => $"{ContractId} {Language} {Format}";

    public static IEnumerable<ContractTextRow> Of(EntityKey partnership, string contract, ImmutableArray<ContractText> texts) =>
        texts.Select(text => new ContractTextRow
        {
            Workspace = partnership.Workspace,
            ContractId = PartNumber.Id(partnership, contract),
            Language = text.Language,
            Format = text.Format,
            Text = text.Text,
            Sha256 = text.Sha256,
        });
}
