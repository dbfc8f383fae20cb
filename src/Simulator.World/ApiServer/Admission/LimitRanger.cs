using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World;

/// <summary>Pods of one template under the same limits get one defaulted spec, so that they stay one class to the scheduler; it is worked out once.</summary>
internal sealed class LimitRanger(ObjectStore store) : IAdmissionPlugin
{
    private readonly ByNamespace<LimitRange> _ranges = new(store, "LimitRange");
    private readonly ConditionalWeakTable<PodSpec, Outcome> _known = [];

    public AdmissionVerdict Review(ApiObject value)
    {
        if (value is not Pod pod || _ranges.In(pod.Namespace) is not { Length: > 0 } ranges) return AdmissionVerdict.Admit(value);
        if (!_known.TryGetValue(pod.Spec, out var outcome) || !ReferenceEquals(outcome.Ranges, ranges)) _known.AddOrUpdate(pod.Spec, outcome = Apply(pod.Spec, ranges));
        return outcome.Faults.Length > 0 ? AdmissionVerdict.Forbid(pod, outcome.Faults) : AdmissionVerdict.Admit(ReferenceEquals(outcome.Spec, pod.Spec) ? pod : pod with { Spec = outcome.Spec });
    }

    /// <summary>One range after the other, the first one broken refuses.</summary>
    private static Outcome Apply(PodSpec spec, LimitRange[] ranges)
    {
        foreach (var range in ranges)
        {
            (spec, var faults) = LimitRangeRule.Apply(range, spec);
            if (faults.Length > 0) return new Outcome(ranges, spec, faults);
        }

        return new Outcome(ranges, spec, "");
    }

    private sealed record Outcome(LimitRange[] Ranges, PodSpec Spec, string Faults);
}
