namespace Simulator.Api;

/// <summary>What the API server refuses in an item of a LimitRange (ValidateLimitRange of 1.3.10).</summary>
internal static class LimitRangeChecks
{
    public static void Check(FieldReader fields, LimitRangeItem item)
    {
        if (item.Type == LimitType.Pod)
        {
            Refuse(fields, "default", item.Default);
            Refuse(fields, "defaultRequest", item.DefaultRequest);
        }

        CheckOrder(fields, ("min", item.Min), ("max", item.Max));
        CheckOrder(fields, ("min", item.Min), ("defaultRequest", item.DefaultRequest));
        CheckOrder(fields, ("min", item.Min), ("default", item.Default));
        CheckOrder(fields, ("defaultRequest", item.DefaultRequest), ("max", item.Max));
        CheckOrder(fields, ("default", item.Default), ("max", item.Max));
        CheckOrder(fields, ("defaultRequest", item.DefaultRequest), ("default", item.Default));
        CheckRatio(fields, item);
    }

    private static void Refuse(FieldReader fields, string key, ResourceList amounts)
    {
        if (amounts.Amounts.Length > 0) fields.ErrorAt(key, "stands in an item of type Pod; allowed is it in items of type Container, because only containers get defaults");
    }

    private static void CheckOrder(FieldReader fields, (string Key, ResourceList Amounts) small, (string Key, ResourceList Amounts) large)
    {
        foreach (var (name, amount) in small.Amounts.Amounts)
        {
            if (!large.Amounts.TryGet(name, out var other) || amount.CompareTo(other) <= 0) continue;
            fields.ErrorAt(small.Key, $"{amount} {name} is more than the {large.Key} of {other}; allowed are amounts up to it");
        }
    }

    private static void CheckRatio(FieldReader fields, LimitRangeItem item)
    {
        foreach (var (name, ratio) in item.MaxLimitRequestRatio.Amounts)
        {
            if (ratio.CompareTo(Quantity.FromUnits(1)) < 0) fields.ErrorAt("maxLimitRequestRatio", $"{ratio} for {name} is less than 1; allowed are ratios from 1");
            else if (item.Min.TryGet(name, out var min) && item.Max.TryGet(name, out var max) && min.Nanos > 0 && (decimal)max.Nanos / (decimal)min.Nanos < (decimal)ratio.Nanos / 1_000_000_000m)
                fields.ErrorAt("maxLimitRequestRatio", $"{ratio} for {name} is more than max / min allow ({max} / {min})");
        }
    }
}
