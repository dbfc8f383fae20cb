using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Operations.Applying;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl apply: one object after the other, whatever becomes of those before (pkg/kubectl/cmd/apply.go).</summary>
internal static class ApplyVerb
{
    public static IEnumerable<Event> Run(ApplyOperation operation, Kubectl kubectl, Outcome outcome) =>
        outcome.Each(operation.Objects, (wanted, own) => Apply(wanted, kubectl, own));

    private static IEnumerable<Event> Apply(ApiObject wanted, Kubectl kubectl, Outcome outcome)
    {
        var read = kubectl.Call(new GetRequest(wanted.Kind, wanted.Key));
        yield return read;
        var isNew = Kubectl.AnswerTo(read).Result == ApiResult.NotFound;
        if (!isNew && !outcome.Took(read, out _)) yield break;
        var steps = isNew
            ? Calls.Make(new CreateRequest(wanted), kubectl, outcome)
            : Calls.Change(Kubectl.AnswerTo(read).Object!, stored => AppliedObjects.Over(stored, wanted), kubectl, outcome);
        foreach (var step in steps) yield return step;
    }
}
