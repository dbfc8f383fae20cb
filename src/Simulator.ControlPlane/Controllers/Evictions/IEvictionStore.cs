using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Evictions;

/// <summary>What an eviction reads and writes.</summary>
public interface IEvictionStore
{
    /// <summary>As it is now; null if it is gone.</summary>
    Pod? Pod(ObjectKey key);

    /// <summary>Those of a namespace, as they are now.</summary>
    IReadOnlyList<PodDisruptionBudget> Budgets(string inNamespace);

    /// <summary>Refused as a conflict if somebody has written since the budget was read.</summary>
    ApiResult WriteStatus(PodDisruptionBudget budget);

    /// <param name="isExact">Refused as a conflict if somebody has written since the pod was read.</param>
    /// <param name="isDryRun">Nothing happens.</param>
    ApiResult Delete(Pod pod, bool isExact, bool isDryRun);
}
