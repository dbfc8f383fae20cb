using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>What a rule of a plug-in can be.</summary>
internal static class PluginKinds
{
    public static readonly IReadOnlyList<Type> All =
        [typeof(INodePredicate), typeof(INodePriority), typeof(IClusterPriority), typeof(INodeChooser), typeof(IExtender)];

    /// <summary>As sentences list them.</summary>
    public static string Names => string.Join(", ", All.Select(kind => kind.Name));
}
