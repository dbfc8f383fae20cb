using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Admission;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Pods whose class of priority nothing in the scenario creates, or that say another rank than their class.</summary>
internal sealed class RefusedPriorities : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        if (!view.Cluster.AdmissionPlugins.Contains(AdmissionPlugin.Priority)) return [];
        var classes = view.Objects.Select(placed => placed.Value).OfType<PriorityClass>().ToList();
        return view.Pods.Select(pod => Check(pod, classes)).OfType<Omission>();
    }

    private static Omission? Check(PodUse pod, List<PriorityClass> classes)
    {
        var name = pod.Spec.Placement?.PriorityClassName ?? "";
        var named = name.Length == 0
            ? PriorityClasses.DefaultOf(classes)
            : classes.LastOrDefault(known => known.Name == name) ?? PriorityClasses.OfSystem(name);
        return PriorityRule.Problem(pod.Spec, named) is { } why
            ? pod.At(FieldOf(pod.Spec, named), Effect.ChangesDecisions, $"the API server refuses its pods: {why}")
            : null;
    }

    private static string FieldOf(PodSpec spec, PriorityClass? named) => spec.Placement switch
    {
        { PriorityClassName.Length: > 0 } when named is null => "priorityClassName",
        { Priority: not null } => "priority",
        _ => "preemptionPolicy",
    };
}
