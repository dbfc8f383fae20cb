using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>kubectl rollout pause, resume and undo.</summary>
internal static class RolloutVerbs
{
    private const string Kind = "Deployment";

    public static IEnumerable<Event> Pause(PauseOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change(Kind, operation.Key, stored => ((Deployment)stored) with { Paused = operation.Paused }, kubectl, outcome);

    public static IEnumerable<Event> Undo(RollbackOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change(Kind, operation.Key, stored => ((Deployment)stored) with { RollbackTo = operation.Revision }, kubectl, outcome);
}
