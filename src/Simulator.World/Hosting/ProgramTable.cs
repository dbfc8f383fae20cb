using System.Globalization;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>The programs of a control plane by name: "KIND-NUMBER".</summary>
/// <param name="cluster">Its name, for messages.</param>
/// <param name="restartDelay">From the end of a program to its next start.</param>
internal sealed class ProgramTable(string cluster, Simulation simulation, ObservationLog log, TimeSpan restartDelay)
{
    private readonly SortedDictionary<string, Component> _components = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _components.Keys;

    public static string NameOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    public static int NumberOf(string name) => int.Parse(name.AsSpan(name.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    public void Add(string name, string zone, IProgram program) =>
        _components.Add(name, new Component(simulation, log, name, zone, program, restartDelay));

    public IEnumerable<string> Of(string kind) => Names.Where(name => name.StartsWith($"{kind}-", StringComparison.Ordinal));

    /// <summary>"" are those outside all zones.</summary>
    public IReadOnlyList<Component> In(string zone) => [.. _components.Values.Where(component => component.Zone == zone)];

    /// <exception cref="ArgumentException">There is no such program.</exception>
    public Component Find(string name) => _components.TryGetValue(name, out var component)
        ? component
        : throw new ArgumentException(
            $"There is no '{name}' in the control plane of {cluster}; there are {string.Join(", ", Names)}.", nameof(name));
}
