namespace Simulator.ControlPlane.Hosting;

/// <summary>Where there is no choice, nothing is drawn.</summary>
public static class MapOrders
{
    /// <summary>The place of one of so many.</summary>
    public static int Pick(this IMapOrder order, int count) => count > 1 ? order.First(count) : 0;

    /// <summary>Puts what is in name order into the order of a map.</summary>
    public static void Shuffle<T>(this IMapOrder order, IList<T> items)
    {
        for (var i = 0; i < items.Count - 1; i++)
        {
            var first = i + order.First(items.Count - i);
            (items[i], items[first]) = (items[first], items[i]);
        }
    }
}
