using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>How much of each resource: cpu in thousandths, the others in units (bytes).</summary>
public sealed class Amounts
{
    private readonly SortedDictionary<string, long> _scalars = new(StringComparer.Ordinal);

    public long MilliCpu { get; private set; }

    public long Memory { get; private set; }

    public long EphemeralStorage { get; private set; }

    /// <summary>How many pods; only of what a node has.</summary>
    public long Pods { get; private set; }

    /// <summary>Extended resources and their like; one that is there with 0 differs from one that is absent.</summary>
    public IReadOnlyDictionary<string, long> Scalars => _scalars;

    /// <summary>Nothing at all is asked for.</summary>
    public bool IsNothing => MilliCpu == 0 && Memory == 0 && EphemeralStorage == 0 && _scalars.Count == 0;

    public long Scalar(string name) => _scalars.GetValueOrDefault(name);

    /// <summary>cpu in thousandths.</summary>
    public long Of(string resource) => resource switch
    {
        ResourceNames.Cpu => MilliCpu,
        ResourceNames.Memory => Memory,
        ResourceNames.EphemeralStorage => EphemeralStorage,
        _ => Scalar(resource),
    };

    internal void Add(ResourceList amounts)
    {
        foreach (var (name, amount) in amounts.Amounts)
        {
            switch (name)
            {
                case ResourceNames.Cpu: MilliCpu += GoAmount.Milli(amount); break;
                case ResourceNames.Memory: Memory += amount.Value; break;
                case ResourceNames.EphemeralStorage: EphemeralStorage += amount.Value; break;
                case ResourceNames.Pods: Pods += amount.Value; break;
                default:
                    if (ResourceKinds.IsScalar(name)) _scalars[name] = Scalar(name) + amount.Value;
                    break;
            }
        }
    }

    /// <summary>At least as much as the amounts; a scalar enters only if it is larger than what is there.</summary>
    internal void Raise(ResourceList amounts)
    {
        foreach (var (name, amount) in amounts.Amounts)
        {
            switch (name)
            {
                case ResourceNames.Cpu: MilliCpu = Math.Max(MilliCpu, GoAmount.Milli(amount)); break;
                case ResourceNames.Memory: Memory = Math.Max(Memory, amount.Value); break;
                case ResourceNames.EphemeralStorage: EphemeralStorage = Math.Max(EphemeralStorage, amount.Value); break;
                default:
                    if (ResourceKinds.IsScalar(name) && amount.Value > Scalar(name)) _scalars[name] = amount.Value;
                    break;
            }
        }
    }

    internal void Add(Amounts other, int sign)
    {
        MilliCpu += sign * other.MilliCpu;
        Memory += sign * other.Memory;
        EphemeralStorage += sign * other.EphemeralStorage;
        if (other._scalars.Count == 0) return;
        foreach (var (name, amount) in other._scalars) _scalars[name] = Scalar(name) + (sign * amount);
    }

    internal Amounts Copy()
    {
        var copy = new Amounts { MilliCpu = MilliCpu, Memory = Memory, EphemeralStorage = EphemeralStorage, Pods = Pods };
        foreach (var (name, amount) in _scalars) copy._scalars.Add(name, amount);
        return copy;
    }
}
