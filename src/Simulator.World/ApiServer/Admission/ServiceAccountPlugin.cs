using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World.ApiServer.Admission;

internal sealed class ServiceAccountPlugin(ObjectStore store) : IAdmissionPlugin
{
    public AdmissionVerdict Review(ApiObject value) => value is Pod pod
        ? ServiceAccountRule.Judge(
            pod, store.Find("ServiceAccount", new ObjectKey(pod.Namespace, ServiceAccountRule.AccountOf(pod))) is not null)
        : AdmissionVerdict.Admit(value);
}
