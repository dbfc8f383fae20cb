using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The shapes of pods that have come so far.</summary>
internal sealed class Shapes(FastAlgorithm algorithm, ClusterState state, Places places, FastLimits limits, FastWork work)
{
    private readonly Dictionary<string, Shape> _byText = [];

    /// <summary>Grows when all are dropped.</summary>
    public int Epoch { get; private set; }

    public Shape Of(Pod pod)
    {
        var text = TextOf(pod);
        if (_byText.TryGetValue(text, out var shape)) return shape;
        if (_byText.Count > 0 && (_byText.Count + 1L) * state.Cache.Nodes.Count > limits.ShapeNodes)
        {
            _byText.Clear();
            Epoch++;
        }

        _byText.Add(text, shape = new Shape(pod, algorithm, state, places, work));
        return shape;
    }

    private string TextOf(Pod pod)
    {
        var text = new ShapeText();
        foreach (var predicate in algorithm.Local)
        {
            if (!predicate.CanReject(pod)) text.Add("");
            else predicate.Describe(pod, text);
        }

        foreach (var (priority, _) in algorithm.Scores) priority.Describe(pod, text);
        foreach (var (priority, _) in algorithm.Counted) priority.Describe(pod, text);
        return text.ToString();
    }
}
