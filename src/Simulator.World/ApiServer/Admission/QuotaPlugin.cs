using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer.Admission;

/// <summary>
/// Writes what is charged under a new revision at once, so that a count that was made before loses (compare and swap of the quota's
/// status).
/// </summary>
/// <remarks>Quirk: what is charged stays charged when the creation then fails for another reason, until the quota controller
/// counts.</remarks>
internal sealed class QuotaPlugin(ObjectStore store, IMapOrder order) : IAdmissionPlugin
{
    private readonly ByNamespace<ResourceQuota> _quotas = new(store, "ResourceQuota");

    public AdmissionVerdict Review(ApiObject value)
    {
        if (_quotas.In(value.Namespace) is not { Length: > 0 } quotas) return AdmissionVerdict.Admit(value);
        var (verdict, charged) = QuotaRule.Charge(value, InTurn(quotas));
        foreach (var quota in charged) store.Put(quota);
        return verdict;
    }

    /// <summary>The first that is exceeded is the one that is named.</summary>
    private ResourceQuota[] InTurn(ResourceQuota[] quotas)
    {
        if (quotas.Length == 1) return quotas;
        ResourceQuota[] turns = [.. quotas];
        order.Shuffle(turns);
        return turns;
    }
}
