namespace CreatorCRM.Access;

/// <summary>What the operator decides about access.</summary>
/// <param name="PersonalTokenDays">How long a personal token may live at most.</param>
public sealed record AccessOptions(int PersonalTokenDays = 365);
