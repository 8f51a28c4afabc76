using System.Globalization;
using CreatorCRM.Campaigns;
using CsvHelper;

namespace CreatorCRM.Payouts;

/// <summary>
/// What an influencer was paid in a period, as CSV for spreadsheet programs: a line for each payout and component, and below them a total for each currency, of
/// what was settled and of what was transferred. A text that a spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
public sealed class PayoutStatement(CampaignQueries campaigns)
{
    private static readonly CsvWriterOptions Format = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape, BufferSize = 1024 * 1024 };

    private static readonly string[] Header = ["Paid on", "Campaign", "Payout", "Component", "Amount", "Currency", "Transferred", "Transfer currency",
        "Invoice", "Reference"];

    public async Task Write(Stream to, string workspace, IReadOnlyList<PayoutRow> payouts, CancellationToken cancel)
    {
        var names = await campaigns.ByIds(workspace, [.. payouts.Select(payout => payout.CampaignId).Distinct()], cancel);
        await using var csv = CsvWriter.Create(to, Format, leaveOpen: true);
        await csv.WriteRecordAsync(Header, cancel);
        foreach (var payout in payouts)
        {
            foreach (var line in Lines(payout, names.GetValueOrDefault(payout.CampaignId)?.Name)) await csv.WriteRecordAsync(line!, cancel);
        }
        foreach (var total in Totals(payouts)) await csv.WriteRecordAsync(total!, cancel);
    }

    // What was transferred stands in the payout's first line, so that a column adds up.
    private static IEnumerable<string?[]> Lines(PayoutRow payout, string? campaign)
    {
        var first = true;
        foreach (var line in CrmJson.Read<List<PayoutLine>>(payout.Lines))
        {
            yield return
            [
                payout.PaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), campaign, PartNumber.Text(payout.Number), line.Description,
                Amount(line.Amount), line.Amount.Currency.Code,
                first ? Amount(new Money(payout.TransferMinor, Currency.Parse(payout.TransferCurrency))) : "", first ? payout.TransferCurrency : "",
                payout.InvoiceNumber, payout.Reference,
            ];
            first = false;
        }
    }

    private static IEnumerable<string?[]> Totals(IReadOnlyList<PayoutRow> payouts) => payouts
        .SelectMany(payout => (string[])[payout.Currency, payout.TransferCurrency]).Distinct().Order(StringComparer.Ordinal).Select(code =>
        {
            var settled = payouts.Where(payout => payout.Currency == code).Sum(payout => payout.AmountMinor);
            var transferred = payouts.Where(payout => payout.TransferCurrency == code).Sum(payout => payout.TransferMinor);
            return (string?[])["Total", "", "", "", Amount(new Money(settled, Currency.Parse(code))), code,
                Amount(new Money(transferred, Currency.Parse(code))), code, "", ""];
        });

    private static string Amount(Money money) => money.Amount.ToString($"F{money.Currency.MinorUnitDigits}", CultureInfo.InvariantCulture);
}
