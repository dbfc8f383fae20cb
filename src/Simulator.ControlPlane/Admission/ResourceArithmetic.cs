using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>Sums and comparisons of amounts by resource name (pkg/quota/resources.go of 1.3.10).</summary>
internal static class ResourceArithmetic
{
    public static Quantity AmountOf(this ResourceList amounts, string name) =>
        amounts.TryGet(name, out var amount) ? amount : Quantity.Zero;

    public static bool Has(this ResourceList amounts, string name) => amounts.TryGet(name, out _);

    /// <summary>The sum; a resource of either is in it.</summary>
    public static ResourceList Plus(this ResourceList left, ResourceList right)
    {
        var sum = new List<KeyValuePair<string, Quantity>>();
        foreach (var (name, amount) in left.Amounts) sum.Add(new(name, new Quantity(amount.Nanos + right.AmountOf(name).Nanos)));
        foreach (var entry in right.Amounts)
        {
            if (!left.Has(entry.Key)) sum.Add(entry);
        }

        return ResourceList.Of(sum);
    }

    /// <summary>The larger of both amounts; a resource of either is in it.</summary>
    public static ResourceList AtLeast(this ResourceList left, ResourceList right)
    {
        var larger = new List<KeyValuePair<string, Quantity>>([.. left.Amounts]);
        foreach (var (name, amount) in right.Amounts)
        {
            if (!left.TryGet(name, out var other) || amount.CompareTo(other) > 0) larger.Add(new(name, amount));
        }

        return ResourceList.Of(larger);
    }

    /// <summary>The amounts, and those of others where they are absent.</summary>
    public static ResourceList OrElse(this ResourceList amounts, ResourceList others) =>
        ResourceList.Of([.. others.Amounts, .. amounts.Amounts]);

    /// <summary>Only the named resources.</summary>
    public static ResourceList Only(this ResourceList amounts, Func<string, bool> isWanted)
    {
        var wanted = new List<KeyValuePair<string, Quantity>>();
        foreach (var entry in amounts.Amounts)
        {
            if (isWanted(entry.Key)) wanted.Add(entry);
        }

        return ResourceList.Of(wanted);
    }

    public static bool SameAs(this ResourceList left, ResourceList right)
    {
        if (left.Amounts.Length != right.Amounts.Length) return false;
        foreach (var (name, amount) in left.Amounts)
        {
            if (!right.TryGet(name, out var other) || other != amount) return false;
        }

        return true;
    }

    /// <summary><c>cpu=2,pods=10</c>, in name order (prettyPrint).</summary>
    public static string Shown(this ResourceList amounts)
    {
        var parts = new List<string>();
        foreach (var (name, amount) in amounts.Amounts) parts.Add($"{name}={amount}");
        return string.Join(',', parts);
    }
}
