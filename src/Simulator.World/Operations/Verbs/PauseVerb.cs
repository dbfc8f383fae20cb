using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl rollout pause and resume: one that is paused already stays so, which is no error (pkg/kubectl/cmd/rollout/rollout_pause.go).
/// </summary>
internal static class PauseVerb
{
    public static IEnumerable<Event> Run(PauseOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change("Deployment", operation.Key, stored => ((Deployment)stored) with { Paused = operation.Paused }, kubectl, outcome);
}
