using Simulator.World.Dns;

namespace Simulator.World.Users;

/// <summary>When each record became what it is.</summary>
internal sealed class RecordDiary
{
    private readonly Dictionary<string, TimeSpan> _changes = new(StringComparer.Ordinal);

    /// <param name="now">The time of the run.</param>
    public RecordDiary(IFederatedRecords records, Func<TimeSpan> now) => records.Changed += name => _changes[name] = now();

    /// <summary>Null: from the start.</summary>
    public TimeSpan? Since(string name) => _changes.TryGetValue(name, out var at) && at > TimeSpan.Zero ? at : null;
}
