using Simulator.Api.Documents;

namespace Simulator.Scenarios.Import.Load;

/// <summary>The points of a series, whose times rise: what runs backwards or is below zero is told and left out.</summary>
internal sealed class LoadPoints(Diagnostics diagnostics)
{
    private readonly List<(double At, double Value)> _points = [];

    public IReadOnlyList<(double At, double Value)> All => _points;

    public void Add(double at, double value, string file, int line, int column)
    {
        if (_points.Count > 0 && at <= _points[^1].At)
        {
            diagnostics.Error(file, line, column, $"the time {at:0.###} is not after the one before it ({_points[^1].At:0.###}); left out");
        }
        else if (value < 0)
        {
            diagnostics.Error(file, line, column, $"the value {value:0.###} is below zero; left out");
        }
        else _points.Add((at, value));
    }
}
