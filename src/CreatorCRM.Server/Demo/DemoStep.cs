using System.Security.Cryptography;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Journal;

namespace CreatorCRM.Server.Demo;

/// <summary>One command that somebody gives at one moment of the story.</summary>
/// <param name="Name">Unique in the story: the key of the command is derived from it, so that a second run repeats it instead of adding to it.</param>
/// <param name="EntityId">The influencer, campaign or partnership that the command goes to.</param>
/// <param name="Command">A command of those grains, or one of the records of <see cref="DemoDispatch"/> where the grain's method matters too.</param>
public sealed record DemoStep(DateTimeOffset At, string Name, Actor Actor, string EntityId, object Command)
{
    public CommandContext Context(string workspace) => new(Actor, IdGenerator.Derive(workspace, "demo", Name), Fingerprint());

    /// <summary>A hash of what the command says.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Command.GetType().Name} {CrmJson.Write(Command)}")));
}
