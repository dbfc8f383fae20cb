namespace Simulator.Reports.Findings;

/// <summary>A kind of what can go wrong.</summary>
/// <param name="Name">As in summary.json: <c>requests-failed</c>.</param>
/// <param name="Meaning">When it is told, for results/README.md.</param>
/// <param name="Cost">What it costs in replica-seconds, for results/README.md.</param>
/// <param name="Find">Looks for it in a run that has ended; nothing if there is nothing of the kind.</param>
internal sealed record FindingKind(string Name, string Meaning, string Cost, Func<RunStory, IEnumerable<Finding>> Find);
