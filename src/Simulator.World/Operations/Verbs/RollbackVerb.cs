using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl rollout undo: asks for it, then waits for what the controller says of it (watchRollbackEvent in pkg/kubectl/rollback.go).
/// </summary>
/// <remarks>kubectl prints a rollback that was skipped as a success, and waits in silence where no word comes; here both are failures, for
/// nothing was rolled back.</remarks>
internal static class RollbackVerb
{
    private const string Kind = "Deployment";
    private const string Done = "DeploymentRollback";
    private static readonly string[] Reasons = ["DeploymentRollbackRevisionNotFound", "DeploymentRollbackTemplateUnchanged", Done];

    /// <summary>The API server ends a watch after this time at the earliest (--min-request-timeout).</summary>
    private static readonly TimeSpan WatchLasts = TimeSpan.FromMinutes(30);

    public static IEnumerable<Event> Run(RollbackOperation operation, Kubectl kubectl, Outcome outcome)
    {
        var told = kubectl.FirstEventOf(Kind, operation.Key, Reasons);
        foreach (var step in Calls.Change(
            Kind, operation.Key, stored => ((Deployment)stored) with { RollbackTo = operation.Revision }, kubectl, outcome))
        {
            yield return step;
        }
        if (!outcome.IsOk) yield break;
        if (outcome.Object is Deployment { Paused: true })
        {
            outcome.Fail(
                $"deployment \"{operation.Key.Name}\" is paused: it is rolled back when it is resumed, and kubectl waits for that");
            yield break;
        }

        yield return told | kubectl.Until(kubectl.Now + WatchLasts);
        if (told.Value is not EventRequest word)
        {
            outcome.Fail($"deployment \"{operation.Key.Name}\": no controller has rolled it back within {WatchLasts.TotalMinutes} minutes");
        }
        else if (word.Reason != Done) outcome.Fail($"deployment \"{operation.Key.Name}\" skipped rollback ({word.Reason}: {word.Message})");
    }
}
