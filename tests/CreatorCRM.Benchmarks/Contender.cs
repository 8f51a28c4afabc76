namespace CreatorCRM.Benchmarks;

/// <summary>One way to carry out a command.</summary>
/// <param name="Command">Called with the number of the caller, from 0; complete when the command is durable.</param>
internal sealed record Contender(string Name, Func<int, Task> Command);
