using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <param name="At">Where it stands.</param>
/// <param name="Weight">0 = its own.</param>
internal sealed record NamedPlugin(SourceCursor At, string Name, long Weight);

/// <summary>What a profile switches on and off at one point.</summary>
internal sealed record PluginSet(IReadOnlyList<NamedPlugin> Enabled, IReadOnlyList<NamedPlugin> Disabled)
{
    public static readonly PluginSet Nothing = new([], []);

    /// <summary>What of it concerns a point with these plug-ins.</summary>
    public PluginSet At(IReadOnlyList<string> known) => new(
        [.. Enabled.Where(plugin => known.Contains(plugin.Name))],
        [.. Disabled.Where(plugin => plugin.Name == "*" || known.Contains(plugin.Name))]);

    /// <param name="alreadyOn">Plug-ins that may be enabled only if they are disabled, too (v1beta1).</param>
    /// <param name="gone">Plug-ins that the version does not have any more; who disables one is right.</param>
    /// <param name="own">Rules of one's own, which names that are not known may be meant for.</param>
    public void Check(
        string point, IReadOnlyList<string> known, IReadOnlyList<string> gone, IReadOnlyList<string> alreadyOn, OwnRules own)
    {
        foreach (var plugin in Enabled.Where(plugin => known.Contains(plugin.Name) && gone.Contains(plugin.Name)))
        {
            plugin.At.Error(
                $"the plug-in '{plugin.Name}' is in {ConfigVersions.First} only; allowed are {Wording.Listed(known.Except(gone))}");
        }

        foreach (var plugin in Enabled.Concat(Disabled.Where(plugin => plugin.Name != "*")))
        {
            if (plugin.Name.Length == 0 || known.Contains(plugin.Name) || own.IsIncomplete) continue;
            var allowed = known.Count == 0 ? "none" : Wording.Listed(known.Except(gone));
            var sentence =
                $"no plug-in '{Wording.Shortened(plugin.Name)}' at {point}; allowed are {allowed}{Wording.DidYouMean(plugin.Name, known)}"
                    + Hint(own);
            if (own.MayBeMissing && Wording.Nearest(plugin.Name, known) is null) plugin.At.Remark(sentence);
            else plugin.At.Error(sentence);
        }

        var off = Disabled.Select(plugin => plugin.Name).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plugin in Enabled)
        {
            if (!seen.Add(plugin.Name)) plugin.At.Error($"the plug-in '{plugin.Name}' is enabled twice at {point}");
            else if (alreadyOn.Contains(plugin.Name) && !off.Contains(plugin.Name) && !off.Contains("*"))
            {
                plugin.At.Error($"the plug-in '{plugin.Name}' is enabled at {point} by default; v1beta1 wants it disabled first");
            }
        }
    }

    /// <summary>A name that nobody knows may be one of one's own.</summary>
    public static string Hint(OwnRules own) => own.Rules.Count == 0 ? "; a rule of one's own comes with --plugin" : "";

    /// <summary>One that is on already keeps its place and gets the new weight; others come behind.</summary>
    public IReadOnlyList<PluginWeight> Over(IReadOnlyList<PluginWeight> defaults)
    {
        var off = Disabled.Select(plugin => plugin.Name).ToHashSet(StringComparer.Ordinal);
        List<PluginWeight> plugins = [.. defaults.Where(plugin => !off.Contains("*") && !off.Contains(plugin.Name))];
        foreach (var plugin in Enabled)
        {
            var weighted = new PluginWeight(plugin.Name, Math.Max(plugin.Weight, 1));
            var place = plugins.FindIndex(known => known.Name == plugin.Name);
            if (place >= 0) plugins[place] = weighted;
            else plugins.Add(weighted);
        }

        return plugins;
    }
}
