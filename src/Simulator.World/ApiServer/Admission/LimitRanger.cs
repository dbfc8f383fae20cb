using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer.Admission;

/// <summary>
/// Pods of one template under the same limits get one defaulted spec, so that they stay one class to the scheduler; it is worked out once.
/// </summary>
/// <param name="order">Of several ranges the first that has a default gives it, and the first that is broken refuses: drawn for each
/// pod.</param>
internal sealed class LimitRanger(ObjectStore store, IMapOrder order) : IAdmissionPlugin
{
    private readonly ByNamespace<LimitRange> _ranges = new(store, "LimitRange");
    private readonly ConditionalWeakTable<PodSpec, Outcomes> _known = [];

    public AdmissionVerdict Review(ApiObject value)
    {
        if (value is not Pod pod || _ranges.In(pod.Namespace) is not { Length: > 0 } ranges) return AdmissionVerdict.Admit(value);
        if (!_known.TryGetValue(pod.Spec, out var outcomes) || !ReferenceEquals(outcomes.Ranges, ranges))
        {
            _known.AddOrUpdate(pod.Spec, outcomes = new Outcomes(ranges));
        }
        var (spec, faults) = outcomes.Of(InTurn(ranges), pod.Spec);
        return faults.Length > 0
            ? AdmissionVerdict.Forbid(pod, faults)
            : AdmissionVerdict.Admit(ReferenceEquals(spec, pod.Spec) ? pod : pod with { Spec = spec });
    }

    private LimitRange[] InTurn(LimitRange[] ranges)
    {
        if (ranges.Length == 1) return ranges;
        LimitRange[] turns = [.. ranges];
        order.Shuffle(turns);
        return turns;
    }

    /// <summary>What becomes of one spec, by the order of the ranges.</summary>
    private sealed class Outcomes(LimitRange[] ranges)
    {
        private readonly List<(LimitRange[] Turns, PodSpec Spec, string Faults)> _known = [];

        public LimitRange[] Ranges => ranges;

        public (PodSpec Spec, string Faults) Of(LimitRange[] turns, PodSpec spec)
        {
            foreach (var known in _known)
            {
                if (known.Turns.AsSpan().SequenceEqual(turns)) return (known.Spec, known.Faults);
            }

            var (defaulted, faults) = Apply(turns, spec);
            _known.Add((turns, defaulted, faults));
            return (defaulted, faults);
        }

        private static (PodSpec Spec, string Faults) Apply(LimitRange[] turns, PodSpec spec)
        {
            foreach (var range in turns)
            {
                (spec, var faults) = LimitRangeRule.Apply(range, spec);
                if (faults.Length > 0) return (spec, faults);
            }

            return (spec, "");
        }
    }
}
