using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World.ApiServer.Admission;

internal sealed class NamespaceLifecycle(ObjectStore store) : IAdmissionPlugin
{
    public AdmissionVerdict Review(ApiObject value) =>
        NamespaceRule.Judge(
            value, value.Namespace.Length == 0 ? null : store.Find<Namespace>("Namespace", new ObjectKey("", value.Namespace)));
}
