using System.Text.Json;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>What the random generator of a recording gave, one draw after the other.</summary>
internal sealed class RecordedDraws(JsonElement recording, string field) : IMapOrder
{
    private readonly IEnumerator<JsonElement> _draws = recording.List(field).GetEnumerator();

    /// <exception cref="FormatException">More draws are wanted than were recorded.</exception>
    public int First(int count) =>
        _draws.MoveNext() ? _draws.Current.GetInt32() : throw new FormatException($"{field} has too few draws");
}
