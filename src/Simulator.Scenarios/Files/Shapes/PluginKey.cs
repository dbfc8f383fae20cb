using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.Scenarios.Extending;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>
/// Libraries with rules of the user's. Whoever reads a scenario runs nobody's code: they come from the command line alone.
/// </summary>
internal static class PluginKey
{
    /// <summary>The rules of all of them, from here on for all readers of the document.</summary>
    public static OwnRules? Read(SourceCursor cursor)
    {
        var rules = new List<PluginRule>();
        foreach (var item in cursor.Items())
        {
            if (item.Text() is not { } path) continue;
            if (item.Node.Line > 0)
            {
                item.Error($"a plug-in is code, and a scenario may be anybody's: name it on the command line (--plugin {path})");
            }
            else if (PluginFile.Read(path, out var problem) is not { } found) Refuse(item, path, problem);
            else Take(found, rules, item);
        }

        var set = new OwnRules(rules) { IsIncomplete = cursor.Context.Diagnostics.HasErrors };
        cursor.Context.Shared.Add(set);
        return set;
    }

    /// <summary>Those among settings, where no scenario is read.</summary>
    public static OwnRules Of(IReadOnlyList<Setting> settings, Diagnostics diagnostics)
    {
        var files = settings.Where(setting => setting.IsPlugin)
            .Select(setting => (setting.Value, Rules: PluginFile.Read(setting.Value, out var problem), Problem: problem)).ToList();
        foreach (var (path, rules, problem) in files)
        {
            if (rules is null) diagnostics.Error($"--plugin {path}", 0, 0, problem);
        }

        return new OwnRules(files.SelectMany(file => file.Rules ?? []));
    }

    public static OwnRules Of(ReadingContext context) => context.Shared.OfType<OwnRules>().FirstOrDefault() ?? OwnRules.None;

    /// <summary>The same file may come twice; two files may not have rules of one name.</summary>
    private static void Take(IReadOnlyList<PluginRule> found, List<PluginRule> rules, SourceCursor item)
    {
        item.Context.Diagnostics.AddFile(found[0].File);
        foreach (var rule in found)
        {
            if (IsRegistered(rule.Name)) Refuse(item, rule.File, $"{rule.Name} is the name of a rule of Kubernetes; give it another one");
            else if (rules.Find(other => other.Name == rule.Name && other.Type != rule.Type) is { } other)
            {
                Refuse(item, rule.File, $"{other.File} has a rule {rule.Name}, too");
            }
            else rules.Add(rule);
        }
    }

    private static bool IsRegistered(string name) =>
        PredicateTable.Names.Contains(name) || PriorityTable.Names.Contains(name) || PluginTable.Names.Contains(name);

    private static void Refuse(SourceCursor item, string path, string problem) =>
        item.Context.Diagnostics.Error($"--plugin {path}", 0, 0, problem);
}
