namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>What plug-ins have worked out in a pass for later extension points.</summary>
public sealed class CycleState
{
    private readonly Dictionary<Type, ICycleData> _data = [];

    public T? Find<T>()
        where T : class, ICycleData =>
        _data.TryGetValue(typeof(T), out var data) ? (T)data : null;

    public void Set<T>(T data)
        where T : class, ICycleData =>
        _data[typeof(T)] = data;

    /// <summary>For a thought about what would be if other pods were there.</summary>
    public CycleState Copy()
    {
        var copy = new CycleState();
        foreach (var (type, data) in _data) copy._data.Add(type, data.Copy());
        return copy;
    }
}

public interface ICycleData
{
    /// <summary>Itself if nothing ever changes it.</summary>
    ICycleData Copy();
}
