using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.World;

/// <summary>The admission plug-ins of one API server, in the order of its flag: each sees what the one before has made of the object.</summary>
public sealed class AdmissionChain
{
    private readonly IAdmissionPlugin[] _plugins;

    public AdmissionChain(ObjectStore store, IReadOnlyList<AdmissionPlugin> plugins) => _plugins = [.. plugins.Select(plugin => Make(plugin, store))];

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

    private static IAdmissionPlugin Make(AdmissionPlugin plugin, ObjectStore store) => plugin switch
    {
        AdmissionPlugin.NamespaceLifecycle => new NamespaceLifecycle(store),
        AdmissionPlugin.LimitRanger => new LimitRanger(store),
        AdmissionPlugin.ServiceAccount => new ServiceAccountPlugin(store),
        AdmissionPlugin.ResourceQuota => new QuotaPlugin(store),
        _ => throw new ArgumentOutOfRangeException(nameof(plugin), plugin, null),
    };
}
