using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World.ApiServer.Admission;

/// <summary>Pods of one template and one class get one spec, so that they stay one class to the scheduler.</summary>
internal sealed class PriorityPlugin(ObjectStore store) : IAdmissionPlugin
{
    private readonly ConditionalWeakTable<PodSpec, Ranked> _known = [];

    public AdmissionVerdict Review(ApiObject value) => value switch
    {
        Pod pod => Review(pod),
        PriorityClass named => PriorityRule.Judge(named, All),
        _ => AdmissionVerdict.Admit(value),
    };

    private IEnumerable<PriorityClass> All => store.List("PriorityClass").Cast<PriorityClass>();

    private AdmissionVerdict Review(Pod pod)
    {
        var named = ClassOf(pod);
        if (_known.TryGetValue(pod.Spec, out var ranked) && ReferenceEquals(ranked.Class, named)) return Ranked(pod, ranked.Spec);
        if (PriorityRule.Problem(pod.Spec, named) is { } why) return AdmissionVerdict.Forbid(pod, why);
        ranked = new Ranked(named, PriorityRule.Apply(pod.Spec, named));
        _known.AddOrUpdate(pod.Spec, ranked);
        return Ranked(pod, ranked.Spec);
    }

    private PriorityClass? ClassOf(Pod pod) => pod.Spec.Placement?.PriorityClassName is { Length: > 0 } name
        ? store.Find<PriorityClass>("PriorityClass", new ObjectKey("", name)) ?? PriorityClasses.OfSystem(name)
        : PriorityClasses.DefaultOf(All);

    private static AdmissionVerdict Ranked(Pod pod, PodSpec spec) => AdmissionVerdict.Admit(pod with { Spec = spec });
}

/// <summary>A spec as it was made of another one under a class; null = none.</summary>
internal sealed record Ranked(PriorityClass? Class, PodSpec Spec);
