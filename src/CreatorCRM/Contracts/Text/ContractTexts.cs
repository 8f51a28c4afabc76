using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using DotLiquid;

namespace CreatorCRM.Contracts;

/// <summary>
/// Writes a contract's text from its terms. The same terms and names give the same text on every machine: no clock, no culture of the machine, no order of
/// chance.
/// </summary>
public static class ContractTexts
{
    private static readonly ImmutableDictionary<ContractLanguage, Template> Templates =
        Enum.GetValues<ContractLanguage>().ToImmutableDictionary(language => language, language => DotLiquid.Template.Parse(Source(language)));

    /// <summary>In every language and format.</summary>
    public static ImmutableArray<ContractText> WriteAll(Contract contract, ContractParties parties) =>
        [.. Enum.GetValues<ContractLanguage>().SelectMany(language => Enum.GetValues<ContractTextFormat>()
            .Select(format => Write(contract, parties, format, language)))];

    public static ContractText Write(Contract contract, ContractParties parties, ContractTextFormat format, ContractLanguage language)
    {
        var model = new TextModel(format == ContractTextFormat.Html ? Markup.Html : Markup.Markdown, language).Of(contract, parties);
        // Every value is escaped by the model already.
        var text = Templates[language]
            .Render(new RenderParameters(CultureInfo.InvariantCulture)
            {
                LocalVariables = Hash.FromDictionary(model),
                ErrorsOutputMode = ErrorsOutputMode.Rethrow
            });
        return new ContractText(format, language, $"{text.TrimEnd()}\n");
    }

    private static string Source(ContractLanguage language)
    {
        using var stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream($"CreatorCRM.Contracts.Text.contract.{(language == ContractLanguage.En ? "en" : "de")}.liquid")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
