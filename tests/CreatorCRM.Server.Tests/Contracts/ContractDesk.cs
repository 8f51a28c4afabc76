using System.Text.Json;
using CreatorCRM.Server.Tests.Api;

namespace CreatorCRM.Server.Tests.Contracts;

/// <summary>What the tests of contracts do again and again.</summary>
internal static class ContractDesk
{
    /// <summary>Drafts, sends and has both sign; answers the contract's id.</summary>
    public static async Task<string> Contracted(this Desk desk, string partnershipId, object? terms = null)
    {
        var contract = (await desk.Do("draftContract", new { partnershipId, terms }, "contract { id }")).Find("contract.id").GetString()!;
        await desk.Signed(contract);
        return contract;
    }

    public static async Task Signed(this Desk desk, string contractId)
    {
        await desk.Do("sendContract", new { contractId });
        foreach (var party in (string[])["INFLUENCER", "BRAND"]) await desk.Do("signContract", new { contractId, party, signedBy = party });
    }

    public static async Task<JsonElement> Contract(this Desk desk, string contractId, string selection) =>
        (await desk.Server.Query($"query ($id: ID!) {{ node(id: $id) {{ ... on Contract {{ {selection} }} }} }}", new { id = contractId })).Find("node");

    public static async Task<string> Status(this Desk desk, string contractId) => (await desk.Contract(contractId, "status")).Find("status").GetString()!;

    /// <summary>Until the contract has come to the status, by what the server does on its own.</summary>
    public static Task Becomes(this Desk desk, string contractId, string status) => Poll.Until(async () => await desk.Status(contractId) == status, status);
}
