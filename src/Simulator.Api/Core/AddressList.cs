using System.Collections;

namespace Simulator.Api;

/// <summary>
/// Addresses in order (address, then uid of the pod), none twice, immutable. Kept in pieces: a list with one address more or less shares
/// all the others (300 addresses: 0.4 KB instead of 2.4; arrays anew with each change were 20 % of what zone-outage allocates).
/// </summary>
public sealed class AddressList : IReadOnlyList<EndpointAddress>
{
    public static readonly AddressList Empty = new([], 0, isPlain: true);

    private const int PieceMax = 32;

    /// <summary>None is empty.</summary>
    private readonly EndpointAddress[][] _pieces;

    private AddressList(EndpointAddress[][] pieces, int count, bool isPlain) =>
        (_pieces, Count, IsPlain) = (pieces, count, isPlain);

    public int Count { get; }

    /// <summary>No rule can refuse one of them.</summary>
    internal bool IsPlain { get; }

    public EndpointAddress this[int index]
    {
        get
        {
            foreach (var piece in _pieces)
            {
                if (index < piece.Length) return piece[index];
                index -= piece.Length;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    /// <param name="addresses">In order, none twice.</param>
    public static AddressList Of(IReadOnlyCollection<EndpointAddress> addresses) =>
        addresses.Count == 0 ? Empty : Of([.. addresses.Chunk(PieceMax)], addresses.Count);

    /// <summary>Where it stands among others.</summary>
    public static int Compare(EndpointAddress left, EndpointAddress right)
    {
        var order = string.CompareOrdinal(left.Ip, right.Ip);
        return order != 0 ? order : string.CompareOrdinal(left.TargetUid, right.TargetUid);
    }

    public bool Contains(EndpointAddress address) => _pieces.Length > 0 && PlaceIn(_pieces[PieceOf(address)], address) >= 0;

    /// <summary>With one more, which must not be among them.</summary>
    public AddressList With(EndpointAddress address)
    {
        if (Count == 0) return new([[address]], 1, address.IsPlain);
        var number = PieceOf(address);
        var piece = _pieces[number];
        var place = ~PlaceIn(piece, address);
        EndpointAddress[] longer = [.. piece.AsSpan(0, place), address, .. piece.AsSpan(place)];
        var half = longer.Length / 2;
        return new(
            longer.Length <= PieceMax ? With(number, longer) : With(number, longer[..half], longer[half..]),
            Count + 1,
            IsPlain && address.IsPlain);
    }

    /// <summary>Without one of them; this very list if it is not among them.</summary>
    public AddressList Without(EndpointAddress address)
    {
        if (Count == 0) return this;
        var number = PieceOf(address);
        var piece = _pieces[number];
        var place = PlaceIn(piece, address);
        if (place < 0) return this;
        if (Count == 1) return Empty;
        var pieces = piece.Length > 1 ? With(number, [.. piece.AsSpan(0, place), .. piece.AsSpan(place + 1)]) : With(number);
        return IsPlain ? new(pieces, Count - 1, isPlain: true) : Of(pieces, Count - 1);
    }

    /// <summary>The same addresses of the same pods. Pieces that both share are not looked into.</summary>
    public bool SameAs(AddressList other)
    {
        if (Count != other.Count) return false;
        var (piece, place, otherPiece, otherPlace) = (0, 0, 0, 0);
        while (piece < _pieces.Length)
        {
            var (mine, others) = (_pieces[piece], other._pieces[otherPiece]);
            if (place == 0 && otherPlace == 0 && ReferenceEquals(mine, others)) (place, otherPlace) = (mine.Length, mine.Length);
            else if (!mine[place++].Equals(others[otherPlace++])) return false;
            if (place == mine.Length) (piece, place) = (piece + 1, 0);
            if (otherPlace == others.Length) (otherPiece, otherPlace) = (otherPiece + 1, 0);
        }

        return true;
    }

    public IEnumerator<EndpointAddress> GetEnumerator()
    {
        foreach (var piece in _pieces)
        {
            foreach (var address in piece) yield return address;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static AddressList Of(EndpointAddress[][] pieces, int count) =>
        new(pieces, count, Array.TrueForAll(pieces, static piece => Array.TrueForAll(piece, static address => address.IsPlain)));

    private EndpointAddress[][] With(int number, params ReadOnlySpan<EndpointAddress[]> instead) =>
        [.. _pieces.AsSpan(0, number), .. instead, .. _pieces.AsSpan(number + 1)];

    /// <summary>The last piece that does not begin after it; the first if all do.</summary>
    private int PieceOf(EndpointAddress address)
    {
        var (low, high) = (0, _pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (Compare(_pieces[middle][0], address) <= 0) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Its place; the complement of where it would stand if it is not there.</summary>
    private static int PlaceIn(EndpointAddress[] piece, EndpointAddress address)
    {
        var (low, high) = (0, piece.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Compare(piece[middle], address);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
