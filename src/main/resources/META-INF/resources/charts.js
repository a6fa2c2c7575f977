// Draws each chart from the table beside it, so that the two can never disagree. Chart.js is fetched when the first chart is
// near, and each chart is drawn in a task of its own, so that the page answers while they appear.
(() => {
  const LIBRARY = document.currentScript.dataset.library;
  const LOG_FROM = 50; // a largest value so many times the smallest cannot share a linear axis with it
  const LABELS_FROM = 560; // a narrower chart has no room for names within it
  const FONT = 12;
  const QUARTERS = [0.25, 0.5, 0.75];

  // ---- what the page holds ----

  const table = (canvas) => document.getElementById(canvas.dataset.table);
  const colour = (element) => getComputedStyle(element.querySelector('.mark')).color;
  const numbers = (element) => [...element.querySelectorAll('data')].map((data) => Number(data.value));
  const heads = (canvas) => [...table(canvas).tHead.rows].at(-1).cells;
  const bodyRows = (canvas) => [...table(canvas).tBodies[0].rows];

  /** One series a row. */
  const rowsOf = (canvas) =>
    bodyRows(canvas).map((row) => ({
      name: (row.querySelector('.name') ?? row.cells[0]).textContent.trim(),
      shape: row.dataset.shape,
      colour: colour(row),
      values: numbers(row),
      cells: [...row.querySelectorAll('[data-cell]')].map(numbers),
    }));

  /** One series a column, from the heads that have a mark; of a table for several charts the one column that is asked for. */
  const columnsOf = (canvas) =>
    [...heads(canvas)].flatMap((head, index) =>
      head.querySelector('.mark') && (canvas.dataset.column ?? `${index}`) === `${index}`
        ? [
            {
              name: head.querySelector('.name').textContent.trim(),
              shape: head.dataset.shape,
              colour: colour(head),
              values: bodyRows(canvas).flatMap((row) => numbers(row.cells[index])),
            },
          ]
        : [],
    );

  const inks = () => {
    const body = getComputedStyle(document.body);
    return {
      ink: body.color,
      paper: body.backgroundColor,
      muted: getComputedStyle(document.querySelector('footer')).color,
      rule: getComputedStyle(document.querySelector('header.top')).borderBottomColor,
      font: body.fontFamily,
    };
  };

  // ---- what charts have in common ----

  const needsLog = (values) => {
    const known = values.filter(Number.isFinite);
    return Math.min(...known) > 0 && Math.max(...known) / Math.min(...known) > LOG_FROM;
  };

  const axis = (title, ink, extra) => ({
    title: { display: true, text: title, color: ink.muted },
    ticks: { color: ink.muted, maxTicksLimit: 7, maxRotation: 0 },
    grid: { color: ink.rule, drawTicks: false },
    border: { color: ink.rule },
    ...extra,
  });

  const valueAxis = (title, ink, values) => {
    const log = needsLog(values);
    return axis(log ? `${title} (log scale)` : title, ink, {
      type: log ? 'logarithmic' : 'linear',
      beginAtZero: !log,
      suggestedMax: Math.max(...values.filter(Number.isFinite)),
    });
  };

  const options = (scales, tooltip, extra) => ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: ['mousemove', 'mouseout', 'touchstart'],
    scales,
    plugins: { legend: { display: false }, tooltip },
    ...extra,
  });

  const marks = (rows, points) => ({
    type: 'scatter',
    data: points,
    pointStyle: rows.map((row) => row.shape),
    pointBackgroundColor: rows.map((row) => row.colour),
    pointRadius: 6,
    pointHoverRadius: 7,
  });

  const line = (ctx, x1, y1, x2, y2) => {
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  };

  /** Writes each name beside its point, where it covers neither another name nor another point. */
  const labels = (points, ink) => ({
    id: 'labels',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      ctx.save();
      ctx.font = `${FONT}px ${ink.font}`;
      ctx.fillStyle = ink.ink;
      ctx.strokeStyle = ink.paper;
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.textBaseline = 'middle';
      const placed = points.map((point) => {
        const at = { x: x.getPixelForValue(point.x), y: y.getPixelForValue(point.y) };
        return { ...point, ...at, box: { left: at.x - 8, right: at.x + 8, top: at.y - 8, bottom: at.y + 8 } };
      });
      const taken = placed.map((point) => point.box);
      const free = (box, own) =>
        box.left >= chartArea.left &&
        box.right <= chartArea.right + 4 &&
        box.top >= chartArea.top &&
        box.bottom <= chartArea.bottom &&
        taken.every((t) => t === own || t.left > box.right || t.right < box.left || t.top > box.bottom || t.bottom < box.top);
      placed.forEach((point) => {
        const width = ctx.measureText(point.name).width;
        const boxes = [
          [point.x + 11, point.y],
          [point.x - 11 - width, point.y],
          [point.x - width / 2, point.y - 16],
          [point.x - width / 2, point.y + 16],
          [point.x + 9, point.y - 14],
          [point.x + 9, point.y + 14],
          [point.x - 9 - width, point.y - 14],
          [point.x - 9 - width, point.y + 14],
        ].map(([left, middle]) => ({ left, right: left + width, top: middle - 7, bottom: middle + 7, middle }));
        const box = boxes.find((candidate) => free(candidate, point.box));
        if (box) {
          taken.push(box);
          ctx.strokeText(point.name, box.left, box.middle); // a halo, where a line runs behind it
          ctx.fillText(point.name, box.left, box.middle);
        }
      });
      ctx.restore();
    },
  });

  // ---- the kinds ----

  /** Quantile bars: p5 to p95 thin, p25 to p75 thick, the median as a mark. */
  const spread = (canvas, ink) => {
    const rows = rowsOf(canvas);
    const { unit, title } = canvas.dataset;
    const bars = (from, to, thickness) => ({
      type: 'bar',
      data: rows.map((row) => [row.values[from], row.values[to]]),
      backgroundColor: rows.map((row) => row.colour),
      barThickness: thickness,
      grouped: false,
      borderSkipped: false,
    });
    return {
      data: {
        labels: rows.map((row) => row.name),
        datasets: [
          {
            ...marks(rows, rows.map((row) => ({ x: row.values[2], y: row.name }))),
            pointBorderColor: ink.ink,
            pointBackgroundColor: ink.paper,
            pointBorderWidth: 2,
          },
          bars(1, 3, 10),
          bars(0, 4, 2),
        ],
      },
      options: options(
        {
          x: valueAxis(`${title}, ${unit}`, ink, rows.flatMap((row) => row.values)),
          y: {
            type: 'category',
            offset: true,
            ticks: { color: ink.ink, autoSkip: false },
            grid: { display: false },
            border: { display: false },
          },
        },
        {
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            label: ({ dataIndex }) => {
              const [p5, p25, p50, p75, p95] = rows[dataIndex].values;
              return `p5 ${p5}, p25 ${p25}, p50 ${p50}, p75 ${p75}, p95 ${p95} ${unit}`;
            },
          },
        },
        { indexAxis: 'y', interaction: { mode: 'nearest', axis: 'y', intersect: false } },
      ),
    };
  };

  /** One metric against another: medians with their intervals as crosses. */
  const trade = (canvas, ink) => {
    const rows = rowsOf(canvas);
    const { x: xTitle, y: yTitle, xUnit, yUnit } = canvas.dataset;
    const crosses = {
      id: 'crosses',
      beforeDatasetsDraw({ ctx, scales: { x, y } }) {
        ctx.save();
        ctx.lineWidth = 1.5;
        rows.forEach(({ colour: stroke, values: [vx, xLow, xHigh, vy, yLow, yHigh] }) => {
          ctx.strokeStyle = stroke;
          const [px, py] = [x.getPixelForValue(vx), y.getPixelForValue(vy)];
          line(ctx, x.getPixelForValue(xLow), py, x.getPixelForValue(xHigh), py);
          line(ctx, px, y.getPixelForValue(yLow), px, y.getPixelForValue(yHigh));
        });
        ctx.restore();
      },
    };
    return {
      data: {
        datasets: [
          {
            ...marks(rows, rows.map(({ values }) => ({ x: values[0], y: values[3] }))),
            pointBorderColor: ink.ink,
            pointBorderWidth: 1,
          },
        ],
      },
      options: options(
        {
          x: valueAxis(`${xTitle}, ${xUnit}`, ink, rows.flatMap((row) => row.values.slice(0, 3))),
          y: valueAxis(`${yTitle}, ${yUnit}`, ink, rows.flatMap((row) => row.values.slice(3, 6))),
        },
        {
          callbacks: {
            label: ({ dataIndex }) => {
              const { name, values } = rows[dataIndex];
              return `${name}: ${values[0]} ${xUnit} (${values[1]}–${values[2]}), ${values[3]} ${yUnit} (${values[4]}–${values[5]})`;
            },
          },
        },
      ),
      plugins: [crosses, labels(rows.map(({ name, values }) => ({ name, x: values[0], y: values[3] })), ink)],
    };
  };

  /** Rounds from left to right, a gap where one has no value, whiskers for intervals, notes where the measurement changed. */
  const history = (canvas, ink) => {
    const rounds = [...heads(canvas)].filter((head) => head.dataset.round).map((head) => head.dataset.round);
    rounds.reverse();
    const rows = rowsOf(canvas)
      .map((row) => ({ ...row, cells: row.cells.reverse() }))
      .filter((row) => row.cells.some((cell) => cell.length));
    const notes = [...document.querySelectorAll(`#${canvas.dataset.changes} [data-from]`)]
      .map((note) => ({ at: rounds.indexOf(note.dataset.from), text: note.dataset.short }))
      .filter((note) => note.at > 0);
    const { unit, title } = canvas.dataset;
    const wide = canvas.parentNode.clientWidth >= LABELS_FROM;
    const room = () => {
      const ctx = canvas.getContext('2d');
      ctx.font = `${FONT}px ${ink.font}`;
      return Math.max(...rows.map((row) => ctx.measureText(row.name).width)) + 16;
    };
    const whiskers = {
      id: 'whiskers',
      beforeDatasetsDraw({ ctx, scales: { x, y } }) {
        ctx.save();
        ctx.globalAlpha = 0.55;
        rows.forEach(({ colour: stroke, cells }) => {
          ctx.strokeStyle = stroke;
          cells.forEach(([, low, high], index) => {
            const px = x.getPixelForValue(index);
            if (high > low) line(ctx, px, y.getPixelForValue(low), px, y.getPixelForValue(high));
          });
        });
        ctx.restore();
      },
    };
    const changes = {
      id: 'changes',
      beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
        ctx.save();
        ctx.strokeStyle = ink.muted;
        ctx.fillStyle = ink.muted;
        ctx.font = `${FONT}px ${ink.font}`;
        ctx.textBaseline = 'bottom';
        ctx.setLineDash([3, 3]);
        notes.forEach((note) => {
          const px = (x.getPixelForValue(note.at - 1) + x.getPixelForValue(note.at)) / 2;
          line(ctx, px, chartArea.top, px, chartArea.bottom);
          const beyond = px + ctx.measureText(note.text).width > chartArea.right;
          ctx.textAlign = beyond ? 'right' : 'left';
          ctx.fillText(note.text, px, chartArea.top - 3);
        });
        ctx.restore();
      },
    };
    const ends = {
      id: 'ends',
      afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
        if (!wide) return;
        ctx.save();
        ctx.font = `${FONT}px ${ink.font}`;
        ctx.fillStyle = ink.ink;
        ctx.textBaseline = 'middle';
        let below = chartArea.top - FONT;
        rows
          .map((row) => {
            const last = row.cells.findLastIndex((cell) => cell.length);
            return { name: row.name, from: x.getPixelForValue(last), at: y.getPixelForValue(row.cells[last][0]) };
          })
          .sort((a, b) => a.at - b.at)
          .forEach(({ name, at }) => {
            below = Math.max(at, below + FONT + 2);
            ctx.fillText(name, chartArea.right + 12, below);
          });
        ctx.restore();
      },
    };
    return {
      type: 'line',
      data: {
        labels: rounds,
        datasets: rows.map((row) => ({
          label: row.name,
          data: row.cells.map((cell) => cell[0] ?? null),
          borderColor: row.colour,
          borderWidth: 2,
          pointStyle: row.shape,
          pointRadius: 4,
          pointHoverRadius: 6,
          pointBackgroundColor: row.colour,
          pointBorderColor: ink.paper,
          pointBorderWidth: 1,
          spanGaps: false,
          clip: false,
        })),
      },
      options: options(
        {
          x: axis('', ink, {
            title: { display: false },
            grid: { display: false },
            ticks: { color: ink.muted, maxRotation: 0, autoSkipPadding: 12 },
          }),
          y: valueAxis(`${title}, ${unit}`, ink, rows.flatMap((row) => row.cells.flat())),
        },
        {
          usePointStyle: true,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const { name, cells } = rows[datasetIndex];
              const [value, low, high] = cells[dataIndex];
              return `${name}: ${value} ${unit}${low === undefined ? '' : ` (${low}–${high})`}`;
            },
          },
        },
        {
          layout: { padding: { right: wide ? room() : 8, top: notes.length ? FONT + 6 : 4 } },
          interaction: { mode: 'nearest', axis: 'xy', intersect: false },
        },
      ),
      plugins: [whiskers, changes, ends],
    };
  };

  /** Which share of the requests was not slower: one step line a series. */
  const ecdf = (canvas, ink) => {
    const series = columnsOf(canvas).map((one) => ({ ...one, values: one.values.sort((a, b) => a - b) }));
    const { unit, title } = canvas.dataset;
    const radii = (n) => [0, ...Array.from({ length: n }, (_, i) => (QUARTERS.some((q) => i === Math.ceil(n * q) - 1) ? 5 : 0))];
    const steps = ({ values }) => values.map((value, index) => ({ x: value, y: (100 * (index + 1)) / values.length }));
    return {
      type: 'line',
      data: {
        datasets: series.map((one) => ({
          label: one.name,
          data: one.values.length ? [{ x: one.values[0], y: 0 }, ...steps(one)] : [],
          borderColor: one.colour,
          backgroundColor: one.colour,
          borderWidth: 2,
          stepped: 'before',
          pointStyle: one.shape,
          pointRadius: radii(one.values.length),
          pointBorderColor: ink.paper,
          pointHitRadius: 8,
        })),
      },
      options: options(
        {
          x: { ...valueAxis(`${title}, ${unit}`, ink, series.flatMap((one) => one.values)), position: 'bottom' },
          y: axis('requests, %', ink, { min: 0, max: 100 }),
        },
        {
          usePointStyle: true,
          callbacks: {
            title: () => '',
            label: ({ dataset, raw }) => `${dataset.label}: ${raw.y.toFixed(1)} % at ${raw.x} ${unit} or less`,
          },
        },
        { interaction: { mode: 'nearest', axis: 'y', intersect: false }, parsing: true },
      ),
      plugins: series.length > 1 ? [medianLabels(series, ink)] : [],
    };
  };

  const medianLabels = (series, ink) =>
    labels(
      series
        .filter((one) => one.values.length)
        .map((one, index) => {
          const share = 0.35 + (0.5 * (index + 1)) / (series.length + 1); // at other heights, so that names stay apart
          return { name: one.name, x: one.values[Math.floor(one.values.length * share)], y: 100 * share };
        }),
      ink,
    );

  /** Each request at its start: how long until its first token, and those that failed, as crosses. */
  const timeline = (canvas, ink) => {
    const { unit, title } = canvas.dataset;
    const failed = table(canvas).querySelector('[data-failed] strong');
    const warn = failed ? getComputedStyle(failed).color : ink.ink;
    const points = bodyRows(canvas).map((row) => {
      const [x, y] = numbers(row);
      return { x, y, failed: row.hasAttribute('data-failed'), text: row.dataset.text };
    });
    const set = (failed, look) => ({
      type: 'scatter',
      label: failed ? 'failed' : 'succeeded',
      data: points.filter((point) => point.failed === failed),
      ...look,
    });
    return {
      data: {
        datasets: [
          set(true, { pointStyle: 'crossRot', pointRadius: 6, pointBorderWidth: 2, borderColor: warn }),
          set(false, { pointStyle: 'circle', pointRadius: 3, backgroundColor: colour(table(canvas)) }),
        ],
      },
      options: options(
        {
          x: axis('since the start of the run, s', ink, { beginAtZero: true }),
          y: valueAxis(`${title}, ${unit}`, ink, points.map((point) => point.y)),
        },
        { callbacks: { label: ({ raw }) => raw.text } },
      ),
    };
  };

  const kinds = { spread, trade, history, ecdf, timeline };

  // ---- saving ----

  const save = (href, name) => {
    const link = document.createElement('a');
    link.href = href;
    link.download = name;
    link.click();
  };

  /** The picture alone must still say what it shows, and of when. */
  const png = (canvas) => {
    const ink = inks();
    const scale = canvas.width / canvas.clientWidth;
    const [head, foot] = [40 * scale, 32 * scale];
    const picture = document.createElement('canvas');
    picture.width = canvas.width + 32 * scale;
    picture.height = canvas.height + head + foot;
    const ctx = picture.getContext('2d');
    ctx.fillStyle = ink.paper;
    ctx.fillRect(0, 0, picture.width, picture.height);
    ctx.drawImage(canvas, 16 * scale, head);
    ctx.textBaseline = 'middle';
    ctx.fillStyle = ink.ink;
    ctx.font = `600 ${15 * scale}px ${ink.font}`;
    ctx.fillText(canvas.dataset.heading, 16 * scale, head / 2);
    ctx.fillStyle = ink.muted;
    ctx.font = `${FONT * scale}px ${ink.font}`;
    ctx.fillText(canvas.dataset.source, 16 * scale, picture.height - foot / 2);
    return picture.toDataURL('image/png');
  };

  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  const headText = (head) => {
    const unit = head.querySelector('small');
    const name = [...head.childNodes].filter((node) => node !== unit).map((node) => node.textContent).join('').trim();
    return unit ? `${name} (${unit.textContent.trim()})` : name;
  };

  /** As many columns as a cell has numbers: the value and both ends of its interval. */
  const csv = (canvas) => {
    const rows = bodyRows(canvas);
    const width = [...heads(canvas)].map((_, index) => Math.max(1, ...rows.map((row) => numbers(row.cells[index]).length)));
    const parts = ['', ' low', ' high'];
    const lines = [[...heads(canvas)].flatMap((head, i) => parts.slice(0, width[i]).map((part) => headText(head) + part))];
    rows.forEach((row) =>
      lines.push(
        [...row.cells].flatMap((cell, i) => {
          const values = numbers(cell);
          if (!values.length && width[i] === 1 && cell.tagName === 'TH') return [cell.textContent.trim()];
          if (!values.length && width[i] === 1) return [cell.textContent.trim().replace(/^–$/, '')];
          return Array.from({ length: width[i] }, (_, n) => values[n] ?? '');
        }),
      ),
    );
    return lines.map((cells) => cells.map((cell) => quoted(String(cell))).join(',')).join('\r\n') + '\r\n';
  };

  const tools = (canvas) => {
    const bar = document.createElement('p');
    bar.className = 'tools';
    const button = (text, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.setAttribute('aria-label', `${text}: save “${canvas.dataset.heading}”`);
      made.addEventListener('click', act);
      bar.append(made);
    };
    const name = canvas.dataset.file;
    button('PNG', () => save(png(canvas), `${name}.png`));
    button('CSV', () => {
      const href = URL.createObjectURL(new Blob([csv(canvas)], { type: 'text/csv' }));
      save(href, `${name}.csv`);
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    });
    canvas.parentNode.after(bar);
  };

  // ---- drawing ----

  let library;
  const fetched = () =>
    (library ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = LIBRARY;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    }));

  const drawn = new Map();
  const draw = (canvas) => {
    drawn.get(canvas)?.destroy();
    const ink = inks();
    Chart.defaults.font.family = ink.font;
    Chart.defaults.font.size = FONT;
    drawn.set(canvas, new Chart(canvas, kinds[canvas.dataset.chart](canvas, ink)));
    canvas.parentNode.classList.remove('pending');
  };
  const redraw = () => [...drawn.keys()].forEach(draw);

  const all = [...document.querySelectorAll('canvas[data-chart]')];
  const first = async (canvas) => {
    seen.unobserve(canvas);
    await fetched();
    if (!drawn.has(canvas)) {
      draw(canvas);
      tools(canvas);
    }
  };
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => first(target)), {
    rootMargin: '50%',
  });
  all.forEach((canvas) => {
    canvas.parentNode.classList.add('pending');
    seen.observe(canvas);
  });

  // Those further down wait for a first sign of a reader, who may print the page; a task for each, so that a click never
  // waits for two.
  const PAUSE_MS = 50;
  const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchstart'];
  const rest = () => {
    const next = all.find((canvas) => !drawn.has(canvas));
    if (next) first(next).then(() => setTimeout(rest, PAUSE_MS));
  };
  const stirred = () => {
    SIGNS.forEach((sign) => removeEventListener(sign, stirred));
    setTimeout(rest, PAUSE_MS);
  };
  SIGNS.forEach((sign) => addEventListener(sign, stirred, { passive: true }));

  document.documentElement.addEventListener('themechange', redraw);
  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(query).addEventListener('change', redraw);
  }
})();
