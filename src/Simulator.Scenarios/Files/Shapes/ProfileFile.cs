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
        if (diagnostics.HasErrors || SchedulerConfigurationReader.ReadFile(path, diagnostics, rules) is not { } read) return null;
        if (read.Extenders.Count == 0) return read;
        diagnostics.Error(path, 0, 0, PolicyFile.NobodyAnswers);
        return null;
    }
}
