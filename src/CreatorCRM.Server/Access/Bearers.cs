using CreatorCRM.Access;

namespace CreatorCRM.Server.Access;

/// <summary>What the text after <c>Bearer</c> can be: the owner's token, an access token of a workspace, or a JWT of the identity provider.</summary>
/// <param name="oidc">Null when no identity provider is configured.</param>
internal sealed class Bearers(OwnerToken owner, OidcTokens? oidc)
{
    public async ValueTask<Checked<Credential>> Read(string bearer, CancellationToken cancel)
    {
        if (owner.Matches(bearer)) return new OwnerCredential(owner.Sha256);
        // The checksum keeps most junk from the database.
        if (AccessTokens.IsWellFormed(bearer)) return new TokenCredential(AccessTokens.Hash(bearer));
        return oidc is null ? AccessProblem.BadToken : await oidc.Read(bearer, cancel);
    }
}
