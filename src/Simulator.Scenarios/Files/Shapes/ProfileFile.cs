using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Framework.Running;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Profiles for a scheduler without a scenario.</summary>
public static class ProfileFile
{
    /// <summary>Null after an error.</summary>
    /// <param name="plugins">Libraries with rules that they may name.</param>
    public static SchedulerConfiguration? Read(string path, Diagnostics diagnostics, IReadOnlyList<Setting> plugins)
    {
        var rules = PluginKey.Of(plugins, diagnostics);
        return diagnostics.HasErrors ? null : SchedulerConfigurationReader.ReadFile(path, diagnostics, rules);
    }
}
