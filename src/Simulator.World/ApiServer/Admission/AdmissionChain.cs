using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer.Admission;

/// <summary>
/// The admission plug-ins of one API server, in the order of its flag: each sees what the one before has made of the object.
/// </summary>
public sealed class AdmissionChain
{
    private readonly IAdmissionPlugin[] _plugins;

    /// <param name="order">Of the limit ranges and of the quotas of a namespace; null = by name.</param>
    public AdmissionChain(ObjectStore store, IReadOnlyList<AdmissionPlugin> plugins, IMapOrder? order = null) =>
        _plugins = [.. plugins.Select(plugin => Make(plugin, store, order ?? NameOrder.Instance))];

    /// <summary>The object with its defaults, or the first refusal.</summary>
    public AdmissionVerdict Review(ApiObject value)
    {
        var verdict = AdmissionVerdict.Admit(value);
        foreach (var plugin in _plugins)
        {
            verdict = plugin.Review(verdict.Object);
            if (!verdict.IsAdmitted) return verdict;
        }

        return verdict;
    }

    private static IAdmissionPlugin Make(AdmissionPlugin plugin, ObjectStore store, IMapOrder order) => plugin switch
    {
        AdmissionPlugin.NamespaceLifecycle => new NamespaceLifecycle(store),
        AdmissionPlugin.LimitRanger => new LimitRanger(store, order),
        AdmissionPlugin.DefaultTolerationSeconds => new DefaultTolerationSeconds(),
        AdmissionPlugin.Priority => new PriorityPlugin(store),
        AdmissionPlugin.ServiceAccount => new ServiceAccountPlugin(store),
        AdmissionPlugin.ResourceQuota => new QuotaPlugin(store, order),
        _ => throw new ArgumentOutOfRangeException(nameof(plugin), plugin, null),
    };
}
