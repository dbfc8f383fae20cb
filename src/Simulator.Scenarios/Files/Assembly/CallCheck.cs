using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Services that call each other in a circle: one request would make more and more of them.</summary>
internal static class CallCheck
{
    public static void Check(IReadOnlyList<Placed<TrafficDraft>> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var call in entry.Value.Spec.Calls)
            {
                if (PathBack(call.Service, entry.Value.Spec, entries, []) is not { } path) continue;
                entry.Fields.ErrorAt(
                    "calls", $"'{call.Service}' calls back ({string.Join(" -> ", path)}): requests without end; allowed are no circles");
            }
        }
    }

    private static List<string>? PathBack(
        string service, TrafficSpec home, IReadOnlyList<Placed<TrafficDraft>> entries, HashSet<string> seen)
    {
        if (IsOf(home, service, home.Namespace)) return [service];
        if (!seen.Add(service)) return null;
        foreach (var next in entries.Select(entry => entry.Value.Spec).Where(spec => IsOf(spec, service, home.Namespace)))
        {
            foreach (var call in next.Calls)
            {
                if (PathBack(call.Service, home, entries, seen) is { } path) return [service, .. path];
            }
        }

        return null;
    }

    private static bool IsOf(TrafficSpec spec, string service, string home) =>
        spec.Namespace == home && spec.Services.Any(pattern => NamePattern.Matches(pattern, service));
}
