using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World;

/// <summary>Writes what is charged under a new revision at once, so that a count that was made before loses (compare and swap of the quota's status).</summary>
/// <remarks>Quirk: what is charged stays charged when the creation then fails for another reason, until the quota controller counts.</remarks>
internal sealed class QuotaPlugin(ObjectStore store) : IAdmissionPlugin
{
    private readonly ByNamespace<ResourceQuota> _quotas = new(store, "ResourceQuota");

    public AdmissionVerdict Review(ApiObject value)
    {
        if (_quotas.In(value.Namespace) is not { Length: > 0 } quotas) return AdmissionVerdict.Admit(value);
        var (verdict, charged) = QuotaRule.Charge(value, quotas);
        foreach (var quota in charged) store.Put(quota);
        return verdict;
    }
}
