using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World.ApiServer.Admission;

/// <summary>Pods of one template get one spec, so that they stay one class to the scheduler; it is worked out once.</summary>
internal sealed class DefaultTolerationSeconds : IAdmissionPlugin
{
    private readonly ConditionalWeakTable<PodSpec, PodSpec> _known = [];

    public AdmissionVerdict Review(ApiObject value)
    {
        if (value is not Pod pod) return AdmissionVerdict.Admit(value);
        var spec = _known.GetValue(pod.Spec, DefaultTolerations.Apply);
        return AdmissionVerdict.Admit(ReferenceEquals(spec, pod.Spec) ? pod : pod with { Spec = spec });
    }
}
