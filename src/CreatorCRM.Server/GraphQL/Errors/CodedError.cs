using CreatorCRM.Access;
using GraphQL;
using GraphQL.Validation;

namespace CreatorCRM.Server.GraphQL;

/// <summary>An error of the request that has a code of its own and may ask for an HTTP status.</summary>
internal sealed class CodedError : ValidationError
{
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="message">For the client's developer.</param>
    /// <param name="status">The HTTP status when nothing ran; null for that of the code.</param>
    public CodedError(string code, string message, int? status = null)
        : base(message)
    {
        if (!ErrorCatalogue.Has(code)) throw new ArgumentException($"{code} is not declared in {nameof(ErrorCodes)}.", nameof(code));
        Code = code;
        Status = status ?? ErrorCatalogue.StatusOf(code);
    }

    public int? Status { get; }

    /// <param name="field">Which field of which type, such as Partnership.timeline.</param>
    /// <param name="scope">What the caller lacks.</param>
    public static CodedError Forbidden(string field, Scope scope)
    {
        var needed = scope.ToString().ToConstantCase();
        var error = new CodedError(ErrorCodes.Forbidden,
            $"You may not use {field}: it needs the scope {needed}, which neither your role nor your token gives you.");
        error.AddExtension("field", field).AddExtension("requiredScope", needed);
        return error;
    }

    /// <summary>After how many seconds the same request can succeed; null when time does not help.</summary>
    public int? RetryAfter { get; private init; }

    /// <param name="budget">Too little for the operation.</param>
    public static CodedError RateLimited(int cost, BudgetState budget) =>
        RateLimited($"The operation costs {cost}, and {budget.Remaining} of your budget of {budget.Limit} are left. Send it again in", budget);

    /// <param name="budget">Nothing is left of it.</param>
    public static CodedError RateLimited(BudgetState budget) => RateLimited($"Your budget of {budget.Limit} is spent. Send the request again in", budget);

    private static CodedError RateLimited(string message, BudgetState budget)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(budget.Wait!.Value.TotalSeconds));
        return new CodedError(ErrorCodes.RateLimited, $"{message} {seconds} s.") { RetryAfter = seconds }.AddExtension("retryAfter", seconds);
    }

    public static CodedError TimedOut(TimeSpan limit) => new(ErrorCodes.Timeout,
        $"The operation took longer than the {limit.TotalSeconds:0.###} s that are allowed. Ask for less. A mutation may have been carried out: repeat it with its idempotency key.");
}
