namespace Simulator.Reports.Measures.Stateful;

/// <summary>One PetSet over a run: its pets by name, and how many of them were there.</summary>
/// <param name="name">"namespace/name".</param>
public sealed class PetSetLife(string cluster, string name)
{
    private readonly Dictionary<string, PetLife> _pets = new(StringComparer.Ordinal);
    private readonly List<CountAt> _there = [];

    public string Cluster => cluster;

    public string Name => name;

    /// <summary>Replicas asked for, now.</summary>
    public int Desired { get; private set; }

    /// <summary>By their ordinals.</summary>
    public IEnumerable<PetLife> Pets => _pets.Values.OrderBy(pet => pet.Ordinal).ThenBy(pet => pet.Name, StringComparer.Ordinal);

    /// <summary>Pets that are ready to the API and serve in truth, from each change on.</summary>
    public IReadOnlyList<CountAt> There => _there;

    public PetLife? Find(string pet) => _pets.GetValueOrDefault(pet);

    internal PetLife Begin(PodLife life)
    {
        if (!_pets.TryGetValue(life.Name, out var pet)) _pets.Add(life.Name, pet = new PetLife(life.Name, this));
        pet.Begin(life);
        return pet;
    }

    internal void Scale(int desired)
    {
        Desired = desired;
        foreach (var pet in _pets.Values) pet.Scaled();
    }

    internal void Count(TimeSpan at, int difference) => CountAt.Add(_there, at, difference);
}

/// <summary>A number from a moment on.</summary>
public readonly record struct CountAt(TimeSpan At, int Count)
{
    /// <summary>What changes in one moment is one change.</summary>
    internal static void Add(List<CountAt> counts, TimeSpan at, int difference)
    {
        var count = (counts.Count > 0 ? counts[^1].Count : 0) + difference;
        if (counts.Count > 0 && counts[^1].At == at) counts[^1] = new CountAt(at, count);
        else counts.Add(new CountAt(at, count));
    }
}
