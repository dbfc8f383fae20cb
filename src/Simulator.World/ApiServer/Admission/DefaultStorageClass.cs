using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World.ApiServer.Admission;

internal sealed class DefaultStorageClass(ObjectStore store) : IAdmissionPlugin
{
    public AdmissionVerdict Review(ApiObject value) => value is PersistentVolumeClaim claim
        ? DefaultClassRule.Apply(claim, store.List("StorageClass").Cast<StorageClass>())
        : AdmissionVerdict.Admit(value);
}
