using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Admission;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// Objects whose namespace nothing creates, or creates only after them: said once a namespace. The API server will refuse them.
/// </summary>
internal sealed class NamespaceCheck(ClusterStart start)
{
    private readonly Dictionary<string, (TimeSpan At, int Turn)> _made = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, List<Use>> _used = new(StringComparer.Ordinal);

    private int _turn;

    public static bool IsAlwaysThere(string name) => NamespaceRule.Always.Contains(name);

    /// <summary>In the order in which they are sent.</summary>
    /// <param name="at">When the object is created.</param>
    /// <param name="place">What led to it.</param>
    public void Take(ApiObject value, TimeSpan at, SourceNode place)
    {
        var turn = (at, IsSettled(at) ? 0 : ++_turn);
        if (value is Namespace && (!_made.TryGetValue(value.Name, out var earlier) || turn.CompareTo(earlier) < 0))
        {
            _made[value.Name] = turn;
        }
        if (value.Namespace.Length == 0 || IsAlwaysThere(value.Namespace)) return;
        if (!_used.TryGetValue(value.Namespace, out var uses)) _used.Add(value.Namespace, uses = []);
        uses.Add(new Use(turn, place));
    }

    public void TellTo(Diagnostics diagnostics)
    {
        foreach (var (name, uses) in _used)
        {
            var isMade = _made.TryGetValue(name, out var made);
            var early = isMade ? uses.FindAll(use => use.Turn.CompareTo(made) < 0) : uses;
            if (early.Count > 0)
            {
                diagnostics.Remark(early[0].Place, $"{Objects(early.Count)} in namespace '{name}', {Why(isMade, made.At, early)}");
            }
        }
    }

    /// <summary>In a settled cluster namespaces have been there before everything else.</summary>
    private bool IsSettled(TimeSpan at) => start == ClusterStart.Settled && at == TimeSpan.Zero;

    private static string Objects(int count) => count == 1 ? "1 object lies" : $"{count} objects lie";

    private static string Why(bool isMade, TimeSpan made, List<Use> early)
    {
        if (!isMade) return "which nothing here creates: the API server refuses them until somebody does";
        return early.Exists(use => use.Turn.At < made)
            ? $"which is created only at {GoDuration.Format(made)}: until then the API server refuses them"
            : "which is created only after them: kubectl keeps the order, and the API server refuses them; the Namespace has to come first";
    }

    private readonly record struct Use((TimeSpan At, int Turn) Turn, SourceNode Place);
}
