"""RAND/UCLA appropriateness with percentiles of type 6, as the product computes it."""


def percentile(values, share):
    """Type 6: at `(n + 1) p`, interpolated and clamped."""
    ordered = sorted(values)
    position = min(max((len(ordered) + 1) * share, 1), len(ordered))
    index = int(position)
    if index >= len(ordered):
        return ordered[index - 1]
    return ordered[index - 1] + (position - index) * (ordered[index] - ordered[index - 1])


def rand_ucla(ratings):
    median, low, high = (percentile(ratings, share) for share in (0.5, 0.3, 0.7))
    ipras = 2.35 + 1.5 * abs(5 - (low + high) / 2)
    index = (high - low) / ipras
    verdict = 'uncertain'
    if index <= 1:
        verdict = 'appropriate' if median >= 7 else 'inappropriate' if median <= 3 else 'uncertain'
    return {'median': median, 'p30': low, 'p70': high, 'ipr': high - low, 'ipras': ipras, 'di': index,
            'disagreement': index > 1, 'class': verdict}
