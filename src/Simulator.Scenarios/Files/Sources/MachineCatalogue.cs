namespace Simulator.Scenarios.Files.Sources;

/// <summary>The machine types of one scenario: those that ship, and those of its own file, which come first.</summary>
public sealed class MachineCatalogue
{
    private readonly Dictionary<string, MachineType> _own = new(StringComparer.Ordinal);

    private readonly HashSet<string> _withoutSize = new(StringComparer.Ordinal);

    /// <summary>Its file has such a type, and does not say what CPU or memory it has.</summary>
    public bool IsWithoutSize(string name) => _withoutSize.Contains(name);

    public void AddWithoutSize(string name) => _withoutSize.Add(name);

    public MachineType? Find(string name) => _own.GetValueOrDefault(name) ?? MachineTypes.Find(name);

    /// <summary>All names, for suggestions.</summary>
    public IEnumerable<string> Names => _own.Keys.Concat(MachineTypes.All.Select(type => type.Name));

    /// <summary>Adds a type; where a file tells of one in several rows (zones, spot) they make one type.</summary>
    public void Add(MachineType type) =>
        _own[type.Name] = _own.TryGetValue(type.Name, out var known) && type.Price is null ? known : type;
}
