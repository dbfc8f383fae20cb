using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl autoscale (pkg/kubectl/cmd/autoscale.go): the autoscaler's object is made.</summary>
internal static class AutoscaleVerb
{
    public static IEnumerable<Event> Run(AutoscaleOperation operation, Kubectl kubectl, Outcome outcome)
    {
        foreach (var step in Calls.Get(operation.Kind, operation.Key, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        var scaler = new HorizontalPodAutoscaler
        {
            Metadata = new ObjectMeta { Name = operation.Name ?? operation.Key.Name, Namespace = operation.Key.Namespace },
            TargetKind = operation.Kind,
            TargetName = operation.Key.Name,
            MinReplicas = operation.Min,
            MaxReplicas = operation.Max,
            TargetCpuUtilization = operation.CpuPercent,
        };
        foreach (var step in Calls.Make(new CreateRequest(scaler), kubectl, outcome)) yield return step;
    }
}
