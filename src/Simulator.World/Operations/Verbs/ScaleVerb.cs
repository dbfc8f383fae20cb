using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl scale (pkg/kubectl/cmd/scale.go): after a second. It knows no PetSets, whose replicas are patched instead.</summary>
internal static class ScaleVerb
{
    public static IEnumerable<Event> Run(ScaleOperation operation, Kubectl kubectl, Outcome outcome)
    {
        if (operation.Kind == "PetSet")
        {
            foreach (var step in Calls.Change(
                operation.Kind, operation.Key, stored => Scaler.WithReplicas(stored, operation.Replicas), kubectl, outcome))
            {
                yield return step;
            }
            yield break;
        }

        foreach (var step in Calls.Get(operation.Kind, operation.Key, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in new Scaler(kubectl, outcome).Scale(
            operation.Kind, operation.Key, operation.Replicas, operation.CurrentReplicas))
        {
            yield return step;
        }
    }
}
