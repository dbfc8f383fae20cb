using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Runs;

/// <summary>
/// Gives commands their moments and hands them to those who keep them; while commands are repeated nobody keeps them again.
/// </summary>
internal sealed class CommandKeeper(Moments moments, IReadOnlyList<ICommandLog> logs)
{
    public const string Over = "the run has come to its end: nothing can be changed any more";

    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    /// <returns>The command's moment, to which the run has come.</returns>
    public TimeSpan Keep(CommandKind kind, string cluster, string subject, string text, StoredParts parts = StoredParts.All)
    {
        if (moments.AreOver) throw new InvalidOperationException(Over);
        var at = moments.Next();
        if (moments.Given is not null) return at;
        var command = new OutsideCommand(at, kind, cluster, subject, text) { Parts = parts };
        foreach (var log in logs) log.Append(command);
        return at;
    }
}
